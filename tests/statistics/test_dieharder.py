"""The keyed draws through dieharder (Brown, Eddelbuettel, Bauer 3.31), along persons, months and
purposes. dieharder calls a p-value below 1e-6 FAILED; with some 60 p-values for each of three
streams a good generator fails once in some 5,000 seeds."""
import os
import pathlib
import shutil
import subprocess
import sys

STREAM = pathlib.Path(os.environ["TILTAK_BUILD_DIR"]) / "tests/statistics/draw_stream"
# Birthdays, permutations, ranks, bit streams, counts of ones, parking, spheres, squeeze, runs, craps,
# monobit, runs, serial (n-tuples), gcd, Kolmogorov-Smirnov of uniforms, bytes' distribution.
TESTS = (0, 1, 2, 3, 4, 8, 9, 10, 11, 12, 13, 15, 16, 100, 101, 102, 204)


def p_values(order, test):
    stream = subprocess.Popen([STREAM, order], stdout=subprocess.PIPE)
    done = subprocess.run(["dieharder", "-g", "200", "-d", str(test)], stdin=stream.stdout,
                          capture_output=True, text=True, check=True)
    stream.kill()
    stream.wait()
    rows = [row.split("|") for row in done.stdout.splitlines()]
    return [(row[0].strip(), float(row[4]), row[5].strip()) for row in rows
            if len(row) == 6 and row[5].strip() in ("PASSED", "WEAK", "FAILED")]


def main():
    if not shutil.which("dieharder"):
        print("skipped: dieharder is not installed (script/bootstrap --develop)")
        return 77
    tests = [int(t) for t in sys.argv[1:]] or TESTS
    all_of_them, failed, weak = 0, 0, 0
    for order in ("persons", "months", "purposes"):
        for test in tests:
            found = p_values(order, test)
            assert found, f"dieharder said nothing about test {test}"
            for name, p, verdict in found:
                all_of_them += 1
                failed += verdict == "FAILED"
                weak += verdict == "WEAK"
                if verdict != "PASSED":
                    print(f"{order}: {name}: p = {p}: {verdict}")
    print(f"{all_of_them} p-values: {failed} failed, {weak} weak (about 1 % are by chance)")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
