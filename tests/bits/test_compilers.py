"""g++ and clang++ give programs whose results are the same bits. Builds the other compiler's program
in build/other-compiler (minutes)."""
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

from checksums import check_same
from program import BUILD, SOURCE, bits

OTHER = {"g++": ("clang++-19", "clang-19"), "clang++": ("g++", "gcc")}
KIND = "clang++" if "clang" in os.environ.get("TILTAK_CXX", "") else "g++"


def build(compiler, c_compiler):
    at = SOURCE / "build" / "other-compiler"
    how = ["-G", "Ninja", "-DCMAKE_BUILD_TYPE=RelWithDebInfo", "-DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O2",
           f"-DCMAKE_CXX_COMPILER={compiler}", f"-DCMAKE_C_COMPILER={c_compiler}",
           "-DBUILD_TESTING=OFF", "-DTILTAK_BENCH=OFF"]
    if shutil.which("ccache"):
        how.append("-DCMAKE_CXX_COMPILER_LAUNCHER=ccache")
    for words in (["cmake", "-S", SOURCE, "-B", at, *how], ["cmake", "--build", at, "--target", "tiltak"]):
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise AssertionError(done.stdout[-4000:] + done.stderr[-4000:])
        warnings = [row for row in done.stdout.splitlines() if " warning: " in row]
        if warnings:
            raise AssertionError("\n".join(warnings))
    return pathlib.Path(at) / "tiltak"


class Compilers(unittest.TestCase):
    def test_the_other_compiler(self):
        """It also compiles without a warning."""
        other = build(*OTHER[KIND])
        check_same(self, bits(BUILD / "tiltak"), bits(other), OTHER[KIND][0])


if __name__ == "__main__":
    if not shutil.which(OTHER[KIND][0]):
        print(f"skipped: {OTHER[KIND][0]} is not installed (script/bootstrap --develop)")
        sys.exit(77)
    unittest.main(verbosity=2)
