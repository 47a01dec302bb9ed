"""kill -9 at random moments: under a final name there is an older file as it was, nothing, or a
whole new one. Run anew (with --resume where there is one), the command gives what it gives
undisturbed."""
import os
import pathlib
import random
import signal
import subprocess
import tempfile
import time
import unittest

import h5py
import numpy

from writers import TILTAK, WRITERS, copy_of, files_of, inputs, is_aside, tiltak, whole

KILLS = int(os.environ.get("TILTAK_KILLS", "10"))  # of each command that takes long enough
SECONDS = 20 * KILLS  # for one command; what takes longer is killed less often
OLDER = b"an older file\n"


def contents(path):
    found = {}
    with h5py.File(path) as file:
        file.visititems(lambda name, item: found.update({name: item[()]})
                        if isinstance(item, h5py.Dataset) else None)
    return found


def same(one, other):
    return one.keys() == other.keys() and all(
        numpy.array_equal(one[k], other[k], equal_nan=one[k].dtype.kind == "f") for k in one)


class Kills(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        (cls.folder / "inputs").mkdir()
        inputs(cls.folder / "inputs")
        cls.random = random.Random(2014)

    def killed(self, words, folder, after):
        program = subprocess.Popen([TILTAK, *words], cwd=folder, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        time.sleep(after)
        program.kill()
        return program.wait() == -signal.SIGKILL

    def check_names(self, folder, before):
        after = files_of(folder)
        for name, content in before.items():
            if after.get(name) != content:
                self.assertIn(name, after, "an older file is gone")
                self.assertTrue(whole(folder, name), f"{name} is not whole")
        for name in after.keys() - before.keys():
            self.assertTrue(is_aside(name) or whole(folder, name), f"{name} is not whole")

    def test_every_command(self):
        cut = 0
        for writer in WRITERS:
            if writer.name == "new" or (writer.name == "calibrate" and KILLS < 100):
                continue  # over in a moment and never over an older file; or minutes
            with self.subTest(writer.name):
                cut += self.kill_one(writer)
        print(f"{cut} processes were killed at work")
        self.assertGreater(cut, KILLS)

    def kill_one(self, writer):
        work = copy_of(self.folder / "inputs", self.folder / "work")
        began = time.monotonic()
        done = tiltak(work, *writer.words)
        self.assertEqual(done.returncode, 0, done.stderr)
        takes = time.monotonic() - began
        cut = 0
        times = min(KILLS, max(2, int(SECONDS / takes)))
        for _ in range(times):
            copy_of(self.folder / "inputs", work)
            for name in writer.outputs:
                if "." in name and not (work / name).exists():
                    (work / name).write_bytes(OLDER)
            before = files_of(work)
            cut += self.killed(writer.words, work, self.random.uniform(0, takes))
            self.check_names(work, before)
        return cut

    def test_resumed_is_the_same(self):
        """A run that was killed and is started again ends with the same bits."""
        words = ("run", "base.yaml", "-o", "out.h5", "--replications", "3")
        resume = "--resume" in tiltak(self.folder, "run", "--help").stdout
        more = ("--checkpoint-every", "6") if resume else ()
        work = copy_of(self.folder / "inputs", self.folder / "resumed")
        began = time.monotonic()
        self.assertEqual(tiltak(work, *words).returncode, 0)
        takes = time.monotonic() - began
        expected = contents(work / "out.h5")
        for _ in range(max(3, KILLS // 5)):
            copy_of(self.folder / "inputs", work)
            self.killed((*words, *more), work, self.random.uniform(0.2, 1) * takes)
            again = (*words, *more, "--resume") if resume else words
            done = tiltak(work, *again)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertTrue(same(expected, contents(work / "out.h5")))


if __name__ == "__main__":
    unittest.main(verbosity=2)
