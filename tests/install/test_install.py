"""`cmake --install` into an empty folder, and a program of somebody else's built from it alone."""

import os
import pathlib
import subprocess
import tempfile
import unittest

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
HERE = pathlib.Path(__file__).resolve().parent


def run(*command):
    """What the command printed; its whole output is shown if it fails."""
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}\n{done.stdout}")
    return done.stdout


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.prefix = pathlib.Path(cls.folder.name) / "prefix"
        run("cmake", "--install", BUILD, "--prefix", cls.prefix)

    def test_the_installed_program_runs(self):
        self.assertRegex(run(self.prefix / "bin/tiltak", "--version"), r"^tiltak \d+\.\d+\.\d+")

    def test_licence_changes_and_completion_are_there(self):
        for name in ("doc/tiltak/copyright", "doc/tiltak/changelog.gz",
                     "doc/libtiltak-dev/copyright", "bash-completion/completions/tiltak"):
            self.assertTrue((self.prefix / "share" / name).is_file(), name)

    def test_the_shipped_scenarios_are_there_with_their_folders(self):
        source = HERE.parents[1] / "scenarios"
        for file in source.rglob("*.yaml"):
            installed = self.prefix / "share/tiltak/scenarios" / file.relative_to(source)
            self.assertEqual(installed.read_bytes(), file.read_bytes())

    def test_nothing_installed_names_the_folder_it_was_built_in(self):
        for file in self.prefix.rglob("*.cmake"):
            self.assertNotIn(str(BUILD), file.read_text(), file.name)

    def test_a_program_of_somebody_elses_builds_and_runs(self):
        build = pathlib.Path(self.folder.name) / "consumer"
        build.mkdir()
        include = self.prefix / "include"
        headers = sorted(h.relative_to(include) for h in include.rglob("*.hpp"))
        self.assertGreater(len(headers), 10)
        lines = "".join(f"#include <{header}>\n" for header in headers)
        (build / "every_header.hpp").write_text(lines)
        run("cmake", "-S", HERE / "consumer", "-B", build, "-G", "Ninja",
            f"-DCMAKE_PREFIX_PATH={self.prefix}", "-DCMAKE_BUILD_TYPE=Debug",
            f"-DCMAKE_CXX_COMPILER={os.environ['TILTAK_CXX']}",
            f"-DCMAKE_CXX_FLAGS={os.environ['TILTAK_CXX_FLAGS']} -Wall -Wextra -Werror")
        run("cmake", "--build", build)
        self.assertIn("2014-01", run(build / "consumer"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
