"""Runs that are stopped, killed, branched or shared out give the file that one process writes."""
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

import h5py
import numpy as np

TILTAK = pathlib.Path(os.environ["TILTAK_BUILD_DIR"]) / "tiltak"
SCENARIO = """name: {nb: Kort, en: Short}
population: {scale: 0.003, burn_in_months: 24}
horizon: {start: 2013-01, months: 72}
evaluation: {worlds: coupled, start: 2014-01, window_months: 12, tail_months: 48}
"""
# When and by whom, and what says so.
PROVENANCE = {"history", "tiltak_command_line", "tiltak_started", "tiltak_ended", "tiltak_threads"}


def same(one, other):
    """What differs between two results files but for provenance, as a list of paths."""
    wrong = []
    with h5py.File(one) as a, h5py.File(other) as b:
        def compare(path, x, y):
            for key in set(x.attrs) | set(y.attrs):
                if path == "/" and key in PROVENANCE:
                    continue
                if key in ("DIMENSION_LIST", "REFERENCE_LIST"):
                    continue
                if key not in x.attrs or key not in y.attrs or not np.array_equal(
                        x.attrs[key], y.attrs[key]):
                    wrong.append(f"{path}@{key}")
            if isinstance(x, h5py.Group):
                if list(x) != list(y):
                    wrong.append(f"{path}: {sorted(set(x) ^ set(y))}")
                for name in set(x) & set(y):
                    compare(path.rstrip("/") + "/" + name, x[name], y[name])
            elif x.shape != y.shape or x.dtype != y.dtype or x[...].tobytes() != y[...].tobytes():
                if x.dtype != object or not np.array_equal(x[...], y[...]):
                    wrong.append(path)
        compare("/", a, b)
    return wrong


class Endurance(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.here = pathlib.Path(cls.folder.name)
        (cls.here / "s.yaml").write_text(SCENARIO)
        cls.run_once("whole.h5", "--replications", "3")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def start(cls, *words):
        return subprocess.Popen([TILTAK, *words], cwd=cls.here, text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)

    @classmethod
    def tiltak(cls, *words, status=0):
        process = cls.start(*words)
        out, err = process.communicate(timeout=500)
        assert process.returncode == status, (words, process.returncode, err)
        return out + err

    @classmethod
    def run_once(cls, out, *words, status=0):
        return cls.tiltak("run", "s.yaml", "-o", out, *words, status=status)

    def stop(self, out, how, *words, after=1):
        """Starts a run, sends the signal after so many checkpoints; gives status and words."""
        process = self.start("run", "s.yaml", "-o", out, "--replications", "3", *words)
        end = time.time() + 120
        while (len(self.checkpoints(out)) < after and time.time() < end
               and process.poll() is None):
            time.sleep(0.01)
        process.send_signal(how)
        _, err = process.communicate(timeout=200)
        return process.returncode, err

    def checkpoints(self, out):
        return sorted(p.name for p in self.here.glob(out + ".r*.checkpoint"))

    def check_same(self, out):
        self.assertEqual(same(self.here / "whole.h5", self.here / out), [])

    def test_sigterm_stops_at_a_checkpoint_and_resume_gives_the_same_bits(self):
        status, err = self.stop("term.h5", signal.SIGTERM, "--checkpoint-every", "1")
        self.assertEqual(status, 75, err)
        self.assertIn("--resume goes on", err)
        self.assertFalse((self.here / "term.h5").exists())
        self.run_once("term.h5", "--replications", "3", "--resume", "--threads", "1")
        self.check_same("term.h5")

    def test_kill_loses_no_more_than_since_the_last_checkpoint(self):
        status, _ = self.stop("kill.h5", signal.SIGKILL, "--checkpoint-every", "1")
        self.assertEqual(status, -signal.SIGKILL)
        said = self.run_once("kill.h5", "--replications", "3", "--resume")
        self.assertIn("goes on from kill.h5.r", said)
        self.check_same("kill.h5")

    def test_resume_in_a_later_replication(self):
        process = self.start("run", "s.yaml", "-o", "late.h5", "--replications", "3",
                             "--checkpoint-every", "5")
        end = time.time() + 200
        while time.time() < end and process.poll() is None:
            if any(".r000001-" in name for name in self.checkpoints("late.h5")):
                process.send_signal(signal.SIGTERM)
                break
            time.sleep(0.01)
        _, err = process.communicate(timeout=200)
        self.assertEqual(process.returncode, 75, err)
        self.run_once("late.h5", "--replications", "3", "--resume")
        self.check_same("late.h5")

    def test_sigint_leaves_nothing_but_checkpoints(self):
        status, err = self.stop("int.h5", signal.SIGINT, "--checkpoint-every", "1")
        self.assertEqual(status, 130, err)
        left = [p.name for p in self.here.glob("int.h5*") if not p.name.endswith(".checkpoint")]
        self.assertEqual(left, [])
        self.assertEqual(err.strip().splitlines()[-1], "tiltak: interrupted")

    def test_sigusr1_makes_a_checkpoint_and_goes_on(self):
        process = self.start("run", "s.yaml", "-o", "usr.h5", "--replications", "3")
        end = time.time() + 100
        while not self.checkpoints("usr.h5") and time.time() < end and process.poll() is None:
            if list(self.here.glob("usr.h5.part-*")):  # handlers are set before the file is begun
                process.send_signal(signal.SIGUSR1)
            time.sleep(0.02)
        _, err = process.communicate(timeout=200)
        self.assertEqual(process.returncode, 0, err)
        self.assertTrue(self.checkpoints("usr.h5"))
        self.check_same("usr.h5")

    def test_two_are_kept_and_a_run_of_something_else_is_refused_by_name(self):
        self.run_once("kept.h5", "--replications", "3", "--checkpoint-every", "12")
        self.assertEqual(len(self.checkpoints("kept.h5")), 2)
        said = self.run_once("kept.h5", "--replications", "3", "--resume", "--seed", "9",
                             "--set", "budget.level=1 billion NOK", status=2)
        self.assertIn("seed is 2014 there and 9 here", said)
        self.assertIn("budget.level", said)

    def test_a_damaged_one_is_refused_and_the_one_before_it_serves(self):
        self.stop("hurt.h5", signal.SIGTERM, "--checkpoint-every", "1", after=2)
        names = self.checkpoints("hurt.h5")
        self.assertEqual(len(names), 2)
        for name in names[::-1]:
            path = self.here / name
            bytes_ = bytearray(path.read_bytes())
            bytes_[len(bytes_) // 2] ^= 4
            path.write_bytes(bytes_)
            if name == names[-1]:
                said = self.run_once("hurt.h5", "--replications", "3", "--resume")
                self.assertIn("its checksum does not agree", said)
                self.check_same("hurt.h5")
                for later in self.checkpoints("hurt.h5"):
                    if later not in names:
                        (self.here / later).unlink()
        for name in self.checkpoints("hurt.h5"):
            path = self.here / name
            path.write_bytes(path.read_bytes()[:-1] + b"?")
        said = self.run_once("hurt.h5", "--replications", "3", "--resume", status=2)
        self.assertIn("damaged", said)

    def test_shards_join_to_what_one_process_writes(self):
        parts = [f"{k}.part" for k in (1, 2, 3)]
        for k, part in enumerate(parts, 1):
            self.run_once(part, "--replications", "3", "--shard", f"{k}/3")
        self.tiltak("merge", parts[2], parts[0], parts[1], "-o", "merged.h5")
        self.check_same("merged.h5")
        self.assertIn("shard 2/3 is missing",
                      self.tiltak("merge", parts[0], parts[2], "-o", "m.h5", status=2))
        self.assertIn("is there twice",
                      self.tiltak("merge", *parts, parts[0], "-o", "m.h5", status=2))
        self.run_once("foreign.part", "--replications", "3", "--shard", "2/3", "--seed", "5")
        said = self.tiltak("merge", parts[0], "foreign.part", parts[2], "-o", "m.h5", status=2)
        self.assertIn("seed is 5 there and 2014 here", said)
        said = self.tiltak("merge", "whole.h5", "-o", "m.h5", status=2)
        self.assertIn("is no part of a run", said)
        self.assertFalse((self.here / "m.h5").exists())

    def test_branches_of_one_past(self):
        self.run_once("past.h5", "--checkpoint-at", "2013-12")
        past = "past.h5.at-2013-12.checkpoint"
        self.run_once("same.h5", "--branch", past)
        more = self.run_once("more.h5", "--branch", past, "--set", "budget.level=20 billion NOK")
        self.assertTrue(more)
        with h5py.File(self.here / "same.h5") as a, h5py.File(self.here / "more.h5") as b, \
                h5py.File(self.here / "past.h5") as c:
            states = "worlds/policy/states"
            np.testing.assert_array_equal(a[states][...], c[states][...])
            np.testing.assert_array_equal(b[states][:, :12], c[states][:, :12])
            self.assertTrue((b[states][...] != c[states][...]).any())
            self.assertGreater(b["budget/spent"][12:24].sum(), 1.5 * c["budget/spent"][12:24].sum())
            self.assertIn("2014-01", b.attrs["tiltak_branched_from"])
            self.assertNotIn("tiltak_branched_from", c.attrs)
        said = self.run_once("no.h5", "--branch", past, "--seed", "3", "--set",
                             "population.burn_in_months=12", status=2)
        self.assertIn("seed is 2014 there and 3 here", said)
        self.assertIn("population.burn_in_months", said)
        said = self.run_once("no.h5", "--branch", past, "--set", "evaluation.start=2013-06",
                             status=2)
        self.assertIn("after evaluation.start", said)


if __name__ == "__main__":
    unittest.main()
