"""The job array of docs/guide, with a batch system that is played: signalled, queued again."""
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

TILTAK = pathlib.Path(os.environ["TILTAK_BUILD_DIR"]) / "tiltak"
SCRIPT = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"]) / "docs/guide/array.sbatch"
SCENARIO = """name: {nb: Kort, en: Short}
population: {scale: 0.003, burn_in_months: 24}
horizon: {start: 2013-01, months: 72}
evaluation: {worlds: coupled, start: 2014-01, window_months: 12, tail_months: 48}
"""


class Slurm(unittest.TestCase):
    def start(self, task):
        environment = {**os.environ, "PATH": f"{self.here / 'bin'}:{os.environ['PATH']}",
                       "SLURM_ARRAY_TASK_ID": str(task), "SLURM_ARRAY_TASK_COUNT": "2",
                       "SLURM_ARRAY_JOB_ID": "77", "SLURM_CPUS_PER_TASK": "2"}
        return subprocess.Popen(["sh", SCRIPT, "s.yaml", "--replications", "4"], cwd=self.here,
                                env=environment, text=True, stderr=subprocess.PIPE,
                                stdout=subprocess.DEVNULL)

    def test_array(self):
        with tempfile.TemporaryDirectory() as folder:
            self.here = pathlib.Path(folder)
            (self.here / "s.yaml").write_text(SCENARIO)
            (self.here / "bin").mkdir()
            (self.here / "bin/tiltak").symlink_to(TILTAK)
            queue = self.here / "bin/scontrol"
            queue.write_text(f'#!/bin/sh\necho "$@" >>"{self.here}/queued"\n')
            queue.chmod(0o755)

            first = self.start(1)
            end = time.time() + 120
            while not list(self.here.glob("s.1.part.r*.checkpoint")) and time.time() < end:
                time.sleep(0.02)
            first.send_signal(signal.SIGTERM)
            _, err = first.communicate(timeout=200)
            self.assertEqual(first.returncode, 0, err)
            self.assertEqual((self.here / "queued").read_text(), "requeue 77_1\n", err)
            self.assertFalse((self.here / "s.1.part").exists())
            for task in (1, 2):
                again = self.start(task)
                _, err = again.communicate(timeout=400)
                self.assertEqual(again.returncode, 0, err)
                self.assertEqual("goes on from" in err, task == 1)
            subprocess.run([TILTAK, "merge", "s.2.part", "s.1.part", "-o", "s.h5", "--quiet"],
                           cwd=self.here, check=True)


if __name__ == "__main__":
    unittest.main()
