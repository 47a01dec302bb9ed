"""The Debian packages: they build, hold what they should, and the program in them is hardened."""

import os
import pathlib
import subprocess
import tempfile
import unittest

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])


def run(*command):
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}\n{done.stdout}")
    return done.stdout


class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        run("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", cls.folder)

    def package(self, name):
        found = list(self.folder.glob(f"{name}_*.deb"))
        self.assertEqual(len(found), 1, f"one {name}")
        return found[0]

    def field(self, name, field):
        return run("dpkg-deb", "-f", self.package(name), field).strip()

    def files(self, name):
        """Paths of the package's files, without folders."""
        rows = run("dpkg-deb", "-c", self.package(name)).splitlines()
        return [row.split(maxsplit=5)[5].removeprefix(".") for row in rows if row[0] != "d"]

    def test_the_program_depends_on_the_libraries_it_is_linked_with(self):
        depends = self.field("tiltak", "Depends")
        for library in ("libc6", "libstdc++6", "libtbb12"):
            self.assertIn(library, depends)

    def test_the_program_comes_with_its_pages(self):
        files = self.files("tiltak")
        for path in ("/usr/bin/tiltak", "/usr/share/doc/tiltak/copyright",
                     "/usr/share/doc/tiltak/changelog.gz", "/usr/share/man/man1/tiltak.1.gz",
                     "/usr/share/bash-completion/completions/tiltak"):
            self.assertIn(path, files)
        self.assertFalse([f for f in files if f.endswith((".hpp", ".a", ".cmake"))])

    def test_libraries_and_headers_come_in_the_package_for_developers(self):
        files = self.files("libtiltak-dev")
        for end in ("/libtiltak_core.a", "/libtiltak_sim.a", "/libtiltak_analysis.a",
                    "/cmake/tiltak/tiltakConfig.cmake"):
            self.assertEqual(len([f for f in files if f.endswith(end)]), 1, end)
        self.assertIn("/usr/include/tiltak/core/money.hpp", files)
        self.assertNotIn("/usr/bin/tiltak", files)
        self.assertIn("libtbb-dev", self.field("libtiltak-dev", "Depends"))

    def test_the_program_is_hardened_and_stripped(self):
        unpacked = self.folder / "unpacked"
        run("dpkg-deb", "-x", self.package("tiltak"), unpacked)
        elf = run("readelf", "-hldW", unpacked / "usr/bin/tiltak")
        self.assertRegex(elf, r"Type:\s+DYN")  # position-independent
        for mark in ("GNU_RELRO", "BIND_NOW"):
            self.assertIn(mark, elf)
        self.assertRegex(elf, r"GNU_STACK .* RW +0x")  # no code on the stack
        self.assertNotRegex(elf, r"\((RPATH|RUNPATH)\)")  # nor libraries from odd places
        symbols = run("readelf", "-sW", unpacked / "usr/bin/tiltak")
        self.assertIn("__stack_chk_fail", symbols)
        self.assertRegex(symbols, r"__\w+_chk@GLIBC")  # calls with checked lengths
        self.assertNotIn("'.symtab'", symbols)


if __name__ == "__main__":
    unittest.main(verbosity=2)
