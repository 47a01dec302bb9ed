"""No room, no permission, no memory, a signal, a file that shrinks while it is read: one line,
the exit status of the manual, and nothing lost that was there before."""
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from writers import (QUICK, SANITIZED, TILTAK, WRITERS, copy_of, files_of, inputs, is_aside, tiltak,
                     whole)

ROOT = os.geteuid() == 0
LONG = "TILTAK_KILLS" in os.environ
NOBODY = {"user": 65534, "group": 65534} if ROOT else {}


def wait_for_handlers(pid):
    """Until the program catches SIGTERM, and a moment more."""
    for _ in range(1000):
        try:
            status = pathlib.Path(f"/proc/{pid}/status").read_text()
        except FileNotFoundError:
            return
        caught = [row.split()[1] for row in status.splitlines() if row.startswith("SigCgt")]
        if caught and int(caught[0], 16) >> (signal.SIGTERM - 1) & 1:
            break
        time.sleep(0.01)
    time.sleep(0.1)


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        os.chmod(cls.folder, 0o755)
        (cls.folder / "inputs").mkdir()
        inputs(cls.folder / "inputs")

    def work(self):
        return copy_of(self.folder / "inputs", self.folder / "work")

    def assert_failed(self, done, said, status=1):
        """`said`: texts of which the one line holds one."""
        rows = [row for row in done.stderr.splitlines() if row.strip()]
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertEqual(len(rows), 1, done.stderr)
        self.assertTrue(any(text in rows[0] for text in said), rows[0])

    def assert_untouched(self, folder, before):
        after = files_of(folder)
        for name, content in before.items():
            self.assertTrue(after.get(name) == content or whole(folder, name), name)
        for name in after.keys() - before.keys():
            self.assertFalse(is_aside(name), f"{name} was left behind")
            self.assertTrue(whole(folder, name), f"{name} is not whole")

    def test_a_full_disk(self):
        """A file system with a few kilobytes left; only root may make one."""
        at = self.folder / "small"
        at.mkdir()
        if not ROOT or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", at],
                                      capture_output=True, check=False).returncode != 0:
            self.skipTest("needs the right to mount a file system")
        self.addCleanup(subprocess.run, ["umount", at], check=True)
        for writer in WRITERS:
            if writer.name == "calibrate" and not LONG:
                continue  # works for a minute before it writes
            with self.subTest(writer.name):
                for path in at.iterdir():
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
                shutil.copytree(self.folder / "inputs", at, dirs_exist_ok=True)
                left = shutil.disk_usage(at).free
                with open(at / "filler", "wb") as filler:
                    filler.write(b"x" * (left - (8 << 10)))
                    filler.flush()
                if writer.name in ("graph", "new"):
                    (at / "filler2").write_bytes(b"x" * shutil.disk_usage(at).free)
                before = files_of(at)
                done = tiltak(at, *writer.words, "--quiet")
                self.assert_failed(done, ["No space left on device"])
                self.assert_untouched(at, before)

    def test_a_file_that_grows_too_large(self):
        """The limit of ulimit -f: files of 2 kB at most."""
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))
        for writer in QUICK:
            with self.subTest(writer.name):
                work = self.work()
                before = files_of(work)
                done = tiltak(work, *writer.words, "--quiet", preexec_fn=limit)
                self.assert_failed(done, ["File too large"])
                self.assert_untouched(work, before)

    def test_a_folder_that_may_not_be_written(self):
        for writer in WRITERS:
            with self.subTest(writer.name), tempfile.TemporaryDirectory() as copies:
                os.chmod(copies, 0o755)
                program = shutil.copy(TILTAK, copies)
                work = self.work()
                work.chmod(0o555)
                before = files_of(work)
                environment = {**os.environ, "TILTAK_SCENARIOS_DIR": ""}
                done = tiltak(work, *writer.words, "--quiet", program=program, env=environment,
                              **NOBODY)
                work.chmod(0o755)
                self.assert_failed(done, ["Permission denied"])
                self.assertEqual(files_of(work), before)

    def test_standard_output_that_is_full(self):
        for words in (("schema",), ("explain", "base.yaml"), ("graph", "base.yaml"),
                      ("check", "base.yaml", "--json")):
            with self.subTest(words), open("/dev/full", "w") as full:
                done = subprocess.run([TILTAK, *words], cwd=self.work(), stdout=full, text=True,
                                      stderr=subprocess.PIPE, check=False)
                self.assert_failed(done, ["standard output: No space left on device"])

    def test_signals(self):
        for name, number in (("INT", signal.SIGINT), ("TERM", signal.SIGTERM)):
            for writer in WRITERS:
                # 75 promises that --resume goes on from here, which run alone can keep.
                status = 75 if name == "TERM" and writer.words[0] == "run" else 130
                if writer.name in ("graph", "new", "report"):
                    continue  # over in a moment: there is nothing to stop
                with self.subTest(writer.name, signal=name):
                    work = self.work()
                    before = files_of(work)
                    longer = ("--scale", "0.3") if writer.words[0] == "run" else ()
                    program = subprocess.Popen([TILTAK, *writer.words, "--quiet", *longer],
                                               cwd=work, text=True, stdout=subprocess.DEVNULL,
                                               stderr=subprocess.PIPE)
                    wait_for_handlers(program.pid)
                    program.send_signal(number)
                    said = program.communicate(timeout=120)[1]
                    if program.returncode != 0:  # a quick one may be done before
                        self.assertEqual(program.returncode, status, said)
                        self.assertEqual(len([r for r in said.splitlines() if r.strip()]), 1, said)
                        after = files_of(work)
                        # What was finished is kept: checkpoints, and tables that are whole.
                        kept = {n for n in after if "checkpoint" in n or n.endswith(".ckpt")
                                or (n.startswith("tables/") and n.endswith(".csv"))}
                        self.assertEqual(after.keys() - kept, before.keys())

    @unittest.skipIf(SANITIZED, "a sanitizer reserves terabytes")
    def test_out_of_memory(self):
        stopped = 0
        for writer in QUICK:
            for megabytes in (60, 90):
                with self.subTest(writer.name, megabytes=megabytes):
                    work = self.work()
                    before = files_of(work)
                    most = megabytes << 20
                    scale = ("--scale", "0.1") if writer.words[0] == "run" else ()
                    done = tiltak(work, *writer.words, "--quiet", *scale, timeout=300, preexec_fn=
                                  lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)))
                    if done.returncode == 127:
                        continue  # the loader itself has no room for the libraries
                    if done.returncode != 0:
                        self.assert_failed(done, ["memory"])
                        stopped += 1
                    self.assert_untouched(work, before)
        self.assertGreater(stopped, 1, "nothing ran out of memory")

    def test_a_file_that_shrinks_while_it_is_read(self):
        words = {"export": ("export", "whole.h5", "--csv", "tables"),
                 "report": ("report", "whole.h5", "-o", "page.html"),
                 "cluster": ("cluster", "whole.h5")}
        for name, command in words.items():
            for after in (0.0, 0.02, 0.05, 0.1, 0.2):
                with self.subTest(name, after=after):
                    work = self.work()
                    program = subprocess.Popen([TILTAK, *command, "--quiet"], cwd=work, text=True,
                                               stderr=subprocess.PIPE)
                    time.sleep(after)
                    os.truncate(work / "whole.h5", 50_000)
                    said = program.communicate(timeout=120)[1]
                    self.assertIn(program.returncode, (0, 1, 2), said)
                    if program.returncode != 0:
                        self.assertIn("whole.h5", said)
                        self.assertEqual(len(said.splitlines()), 1, said)


if __name__ == "__main__":
    unittest.main(verbosity=2)
