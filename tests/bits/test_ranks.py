"""A run shared out on the ranks of mpirun gives the results file of one process, bit for bit:
persons on 1 to 4 ranks with 1 and 2 threads each, and replications on groups of ranks."""
import os
import pathlib
import subprocess
import tempfile
import unittest

from checksums import check_same, checksums

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
# 18,000 persons kept: five stretches of 4096, so that four ranks have something each.
SCENARIO = """name: {nb: Delt, en: Shared}
population: {scale: 0.004, burn_in_months: 24}
horizon: {start: 2013-01, months: 42}
evaluation: {worlds: coupled, start: 2014-01, window_months: 12, tail_months: 18}
"""


def mpirun(ranks, *words):
    return subprocess.run(["mpirun", "--allow-run-as-root", "--oversubscribe", "-n", str(ranks),
                           BUILD / "tiltak-mpi", *map(str, words)],
                          capture_output=True, text=True, timeout=500)


class Ranks(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.here = pathlib.Path(self.folder.name)
        self.scenario = self.here / "shared.yaml"
        self.scenario.write_text(SCENARIO)

    def alone(self, *words):
        path = self.here / "alone.h5"
        subprocess.run([BUILD / "tiltak", "run", self.scenario, "-o", path, "--quiet", *words],
                       check=True)
        return checksums(path)

    def shared(self, ranks, *words):
        path = self.here / f"shared{ranks}.h5"
        run = mpirun(ranks, "run", self.scenario, "-o", path, "--quiet", *words)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual([p.name for p in self.here.glob("*.part*")], [])
        return checksums(path)

    def test_persons(self):
        expected = self.alone("--threads", "1")
        self.assertIn("worlds/policy/states", expected)
        self.assertIn("accounts/net_reg", expected)
        for ranks in (1, 2, 3, 4):
            for threads in ("1", "2"):
                found = self.shared(ranks, "--threads", threads)
                check_same(self, expected, found, f"{ranks} ranks, {threads} threads")

    def test_replications(self):
        words = ("--replications", "2", "--set", "allocation.rule=optimal")
        expected = self.alone(*words)
        for ranks in (2, 4): # two groups of one rank, of two
            check_same(self, expected, self.shared(ranks, *words), f"{ranks} ranks")

    def test_what_ranks_do_not_do(self):
        path = self.here / "out.h5"
        run = mpirun(2, "run", self.scenario, "-o", path, "--shard", "1/2", "--resume")
        self.assertIn("--shard", run.stderr)
        self.assertIn("--resume", run.stderr)
        self.assertEqual(run.stderr.count("ranks share replications out"), 1, run.stderr)
        self.assertNotEqual(run.returncode, 0)
        run = mpirun(2, "check", self.scenario)
        self.assertEqual(run.stderr.count("is for one process"), 1, run.stderr)
        self.assertFalse(path.exists())


if __name__ == "__main__":
    unittest.main(verbosity=2)
