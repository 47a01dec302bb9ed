"""Runs `tiltak cluster --csv` and reads what it writes."""
import csv
import json
import os
import pathlib
import subprocess
import tempfile

PROGRAM = pathlib.Path(os.environ["TILTAK_BUILD_DIR"]) / "tiltak"
GOLDEN = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"]) / "tests" / "golden" / "sequence"
FILES = ["quality", "medoids", "clusters", "representatives", "describe", "discrepancy",
         "membership", "merges"]


class Folder:
    """A folder of its own for the tables of a test."""

    def __init__(self, test):
        folder = tempfile.TemporaryDirectory()
        test.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)

    def write(self, name, text):
        path = self.path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def sequences(self, rows, name="sequences.csv"):
        """Rows of states; None is void."""
        months = max(map(len, rows))
        lines = [",".join(f"m{t + 1}" for t in range(months))]
        for row in rows:
            cells = ["" if s is None else str(s) for s in row] + [""] * (months - len(row))
            lines.append(",".join(cells))
        return self.write(name, "\n".join(lines) + "\n")

    def run(self, table, *words):
        """Status, standard output, standard error."""
        done = subprocess.run([PROGRAM, "cluster", "--csv", table, *map(str, words)], cwd=self.path,
                              capture_output=True, text=True, timeout=300,
                              env={**os.environ, "NO_COLOR": "1"})
        return done.returncode, done.stdout, done.stderr

    def results(self, table, *words, files=()):
        """What --json prints, and the rows of the files asked for."""
        asked = [w for f in files for w in (f"--{f}", f"{f}.csv")]
        status, out, err = self.run(table, "--json", *asked, *words)
        if status != 0:
            raise AssertionError(f"status {status}: {err}")
        found = json.loads(out)
        for f in files:
            with open(self.path / f"{f}.csv", newline="") as text:
                found[f] = list(csv.DictReader(text))
        return found

    def matrix(self, table, *words):
        status, _, err = self.run(table, "--matrix", "matrix.csv", "--quiet", *words)
        if status != 0:
            raise AssertionError(f"status {status}: {err}")
        lower = [[float(x) for x in line.split(",")]
                 for line in (self.path / "matrix.csv").read_text().splitlines()]
        n = len(lower) + 1
        d = [[0.0] * n for _ in range(n)]
        for i, row in enumerate(lower, 1):
            for j, x in enumerate(row):
                d[i][j] = d[j][i] = x
        return d


def number(text):
    return {"NA": float("nan"), "Inf": float("inf")}.get(text) or float(text)
