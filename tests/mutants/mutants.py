#!/usr/bin/env python3
"""Breaks the model's core in one place at a time and counts how often a test notices.

    tests/mutants/mutants.py                 80 mutants, all of them
    tests/mutants/mutants.py --list          only says which
    tests/mutants/mutants.py --only 10-19    these of the list
    tests/mutants/mutants.py --every 4       each fourth of it, from every folder
    tests/mutants/mutants.py --jobs 1        compile jobs (default 2)

Works on a copy of the sources in build/mutants, built once with the standard library's assertions:
an index past the end is seen, as the presets asan and debug see it. For each mutant the changed
file is compiled, the tests linked and run until one fails. A mutant that does not compile or that
runs into the time limit counts as noticed, the first of these apart. What came out is added to
build/mutants/results.tsv; at least 90 % have to be noticed, those in equivalent.tsv (no input can
tell them from the original, and why) left out.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import time

from rules import chosen

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "build" / "mutants"
COUNT = 80
# Quick ones first: most mutants meet their end there.
TESTS = ["unit_people", "unit_state", "unit_market", "unit_measure", "unit_engine", "case_.*",
         "unit_engine_market", "statistics", "shared_luck", "bits_targets"]
TARGETS = ["run_case" if test == "case_.*" else test for test in TESTS]
SECONDS = 300  # of one test


def run(*words, **options):
    return subprocess.run(list(map(str, words)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, check=False, **options)


def copy_sources():
    source = HERE / "source"
    files = run("git", "-C", ROOT, "ls-files", "--cached", "--others", "--exclude-standard")
    for name in files.stdout.splitlines():
        if not (ROOT / name).is_file():
            continue
        to = source / name
        to.parent.mkdir(parents=True, exist_ok=True)
        if not to.exists() or to.read_bytes() != (ROOT / name).read_bytes():
            shutil.copyfile(ROOT / name, to)
            shutil.copymode(ROOT / name, to)
    return source


class Bench:
    """The copy, its build and its tests."""

    def __init__(self, jobs):
        self.jobs = jobs
        self.source = copy_sources()
        # As the release is built but for the assertions.
        self.build = self.source / "build" / "release"
        launcher = ["-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"] if shutil.which("ccache") else []
        done = run("cmake", "--preset", "release", *launcher, "-DTILTAK_BENCH=OFF",
                   "-DCMAKE_CXX_FLAGS=-D_GLIBCXX_ASSERTIONS", cwd=self.source)
        assert done.returncode == 0, done.stdout
        assert self.compiled() == "", self.compiled()
        began = time.monotonic()
        assert self.noticed_by() == "", "the tests fail without a mutant"
        print(f"the tests alone take {time.monotonic() - began:.0f} s")

    def compiled(self):
        done = run("cmake", "--build", self.build, "-j", self.jobs, "--target", *TARGETS)
        return "" if done.returncode == 0 else done.stdout[-2000:]

    def noticed_by(self):
        """The first test that fails, or nothing."""
        for test in TESTS:
            done = run("ctest", "--test-dir", self.build, "-R", f"^{test}$", "--timeout", SECONDS)
            if done.returncode != 0:
                return test
        return ""

    def try_one(self, mutant):
        path = self.source / mutant.file
        rows = path.read_text().splitlines(keepends=True)
        assert rows[mutant.line - 1].rstrip("\n") == mutant.before, mutant.name
        try:
            changed = list(rows)
            changed[mutant.line - 1] = mutant.after + "\n"
            path.write_text("".join(changed))
            return "the compiler" if self.compiled() else self.noticed_by()
        finally:
            path.write_text("".join(rows))


def equivalents():
    rows = (ROOT / "tests/mutants/equivalent.tsv").read_text().splitlines()
    return {row.split("\t")[0] for row in rows if row and not row.startswith("#")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--only", default=f"1-{COUNT}")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    mutants = chosen(ROOT, COUNT)
    first, last = (int(n) for n in (options.only.split("-") * 2)[:2])
    mutants = list(enumerate(mutants[first - 1:last], first))[::options.every]
    if options.list:
        for number, mutant in mutants:
            print(f"{number}\t{mutant.name}\n\t{mutant.before.strip()}\n\t{mutant.after.strip()}")
        return 0
    os.nice(10)
    bench = Bench(options.jobs)
    alike = equivalents()
    noticed, alive = 0, []
    with open(HERE / "results.tsv", "a", encoding="utf-8") as results:
        for number, mutant in mutants:
            by = bench.try_one(mutant)
            said = by or ("equivalent" if mutant.name in alike else "SURVIVED")
            row = f"{number}\t{mutant.name}\t{said}\t{mutant.after.strip()}"
            print(row, file=results, flush=True)
            print(f"{number:3}  {said:<18} {mutant.name}", flush=True)
            noticed += bool(by)
            if said == "SURVIVED":
                alive.append(mutant)
    share = noticed / max(1, noticed + len(alive))
    print(f"{noticed} of {noticed + len(alive)} mutants were noticed ({100 * share:.0f} %)")
    for mutant in alive:
        print(f"survived: {mutant.name}\n    {mutant.before.strip()}\n    {mutant.after.strip()}")
    return share < 0.9


if __name__ == "__main__":
    sys.exit(main())
