"""The scripts of script/, run in a copy where programs of ours and of others are stand-ins.

A stand-in writes its name and arguments into `calls`, so that a test can say what was run.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
STAND_IN = '#!/bin/bash\necho "$(basename "$0") $*" >> "$CALLS"\n'
PROGRAM = STAND_IN + """
[[ ! -e $FAIL_AT.$1 ]] || { echo "tiltak: disk full" >&2; exit 1; }
command=$1
while (($#)); do
  if [[ $1 == -o && $command == compare ]]; then
    mkdir -p "$2" && echo page | tee "$2/report-nb.html" > "$2/report-en.html"
  elif [[ $1 == -o ]]; then
    echo result > "$2"
  fi
  shift
done
"""


class Scripts(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.root = pathlib.Path(self.temporary.name) / "a checkout"
        shutil.copytree(ROOT / "script", self.root / "script")
        self.calls = self.root / "calls"
        self.environment = {**os.environ, "CALLS": str(self.calls),
                            "FAIL_AT": str(self.root / "fail")}

    def stand_in(self, path, text=STAND_IN):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        file.write_text(text)
        file.chmod(0o755)

    def run_script(self, name, *arguments):
        """The finished script and the calls it made, from a folder that is not its own."""
        self.calls.write_text("")
        done = subprocess.run([self.root / "script" / name, *arguments], cwd="/", text=True,
                              capture_output=True, env=self.environment)
        return done, self.calls.read_text().splitlines()

    def test_every_script_can_be_run_and_says_what_it_is(self):
        for script in ("bootstrap", "build", "demo", "fuzz", "pictures", "test"):
            self.assertTrue(os.access(ROOT / "script" / script, os.X_OK), script)
            done, calls = self.run_script(script, "--help")
            self.assertEqual((done.returncode, calls), (0, []))
            self.assertGreater(len(done.stdout.splitlines()), 2)
        self.assertTrue(os.access(ROOT / ".ci/run", os.X_OK))

    def test_a_wrong_argument_ends_with_one_line(self):
        done, _ = self.run_script("bootstrap", "--no-such")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertIn("--no-such", done.stderr)

    def test_bootstrap_installs_what_is_missing_by_command_and_file(self):
        for command in ("apt-get", "sudo"):
            self.stand_in(f"bin/{command}", STAND_IN + '[[ $0 != */sudo ]] || "$@"\n')
        (self.root / "CMakeLists.txt").touch()
        needed = "dirname basename bash sed sort env touch".split()
        for command in needed:
            (self.root / "bin" / command).symlink_to(shutil.which(command))
        self.environment["PATH"] = str(self.root / "bin")
        done, calls = self.run_script("bootstrap")
        installed = [call for call in calls if call.startswith("apt-get") and " install " in call]
        self.assertEqual(len(installed), 1)
        for package in ("g++", "cmake", "ninja-build", "libtbb-dev"):
            self.assertIn(f" {package}", installed[0])
        self.assertNotIn("chromium", installed[0])
        self.assertEqual(done.returncode, 1, "the stand-in installs nothing, and that is seen")
        self.assertIn("still missing", done.stderr)

    def prepare_demo(self):
        for script in ("bootstrap", "build"):
            self.stand_in(f"script/{script}")
        self.stand_in("build/release/tiltak", PROGRAM)
        self.scenario = self.root / "scenarios/baseline/norway.yaml"
        self.scenario.parent.mkdir(parents=True)
        self.scenario.write_text("seed: 1\n")

    def test_the_demo_simulates_clusters_compares_and_reports_in_both_languages(self):
        self.prepare_demo()
        done, calls = self.run_script("demo")
        self.assertEqual(done.returncode, 0, done.stderr)
        commands = [call.split()[1] for call in calls if call.startswith("tiltak")]
        self.assertEqual(commands, ["run", "cluster", "report", "report", "compare"])
        pages = ("report.html", "report.en.html", "compared/report-nb.html",
                 "compared/report-en.html")
        for page in pages:
            self.assertTrue((self.root / "out/demo" / page).is_file(), page)
            self.assertIn(f"out/demo/{page}", done.stdout)

    def test_a_second_demo_does_nothing_twice(self):
        self.prepare_demo()
        self.run_script("demo")
        _, calls = self.run_script("demo")
        self.assertEqual([call for call in calls if call.startswith("tiltak")], [])

    def test_a_changed_scenario_runs_the_demo_again(self):
        self.prepare_demo()
        self.run_script("demo")
        for mark in (self.root / "out/demo").glob(".*.done"):
            os.utime(mark, (1e9, 1e9))
        _, calls = self.run_script("demo")
        self.assertEqual(len([call for call in calls if call.startswith("tiltak")]), 5)

    def test_a_report_that_was_deleted_is_written_again_and_nothing_else(self):
        self.prepare_demo()
        self.run_script("demo")
        (self.root / "out/demo/report.en.html").unlink()
        _, calls = self.run_script("demo")
        commands = [call for call in calls if call.startswith("tiltak")]
        self.assertEqual(len(commands), 1)
        self.assertIn("--lang en", commands[0])

    def test_a_demo_that_failed_says_so_in_one_line_and_goes_on_from_there(self):
        self.prepare_demo()
        (self.root / "fail.cluster").touch()
        done, _ = self.run_script("demo")
        self.assertEqual(done.returncode, 1)
        ours = [line for line in done.stderr.splitlines() if line.startswith("script/demo")]
        self.assertEqual(len(ours), 1)
        self.assertIn("cluster", ours[0])
        (self.root / "fail.cluster").unlink()
        _, calls = self.run_script("demo")
        commands = [call.split()[1] for call in calls if call.startswith("tiltak")]
        self.assertEqual(commands, ["cluster", "report", "report", "compare"])

    def test_the_tests_are_chosen_by_label_and_a_failure_is_handed_on(self):
        for script in ("bootstrap", "build"):
            self.stand_in(f"script/{script}")
        self.stand_in("bin/ctest")
        self.environment["PATH"] = f"{self.root / 'bin'}:{os.environ['PATH']}"
        for argument, labels in ((None, "fast|standard"), ("--fast", "fast"),
                                 ("--all", "fast|standard|long")):
            done, calls = self.run_script("test", *filter(None, [argument]))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(f"-L ^({labels})$", calls[-1])
        self.stand_in("bin/ctest", "#!/bin/bash\nexit 8\n")
        done, _ = self.run_script("test")
        self.assertEqual(done.returncode, 1)
        self.assertIn("failed: testing", done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
