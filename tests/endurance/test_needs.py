"""What `tiltak check` says a run needs is what it needs: memory within a tenth at 1:5."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
SOURCE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])
# Short runs: memory does not grow with months but for those who come of age.
CASES = {
    "three worlds and the panel": ["evaluation.worlds=coupled", "evaluation.start=2013-04",
                                   "evaluation.window_months=6", "evaluation.tail_months=6",
                                   "horizon.months=36"],
    "one world and the panel": ["evaluation.worlds=policy", "horizon.months=24"],
    "three worlds without the panel": ["evaluation.worlds=coupled", "evaluation.start=2013-04",
                                       "evaluation.window_months=6",
                                       "evaluation.tail_months=6", "horizon.months=24",
                                       "output.panel=none"],
}


def peak_bytes(words):
    """Of the process alone: rusage of this child, and of no other."""
    process = subprocess.Popen(words)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, words
    return 1024 * usage.ru_maxrss


class Needs(unittest.TestCase):
    def test_memory(self):
        scenario = SOURCE / "scenarios/baseline/norway.yaml"
        with tempfile.TemporaryDirectory() as folder:
            for name, keys in CASES.items():
                words = [scenario, "--scale", "0.2", "--threads", "2", "--set",
                         "population.burn_in_months=12"]
                for key in keys:
                    words += ["--set", key]
                said = json.loads(subprocess.run([BUILD / "tiltak", "check", *words, "--json"],
                                                 check=True, text=True, capture_output=True).stdout)
                out = pathlib.Path(folder) / "out.h5"
                peak = peak_bytes([BUILD / "tiltak", "run", *words, "-o", out, "--quiet"])
                print(f"{name}: {said['bytes'] / 1e6:.0f} MB said, {peak / 1e6:.0f} MB used; file "
                      f"{said['file_bytes'] / 1e6:.0f} MB said, {out.stat().st_size / 1e6:.0f} MB")
                with self.subTest(name):
                    self.assertLess(abs(said["bytes"] / peak - 1), 0.1)
                    self.assertLess(abs(said["file_bytes"] / out.stat().st_size - 1), 0.35)


if __name__ == "__main__":
    unittest.main()
