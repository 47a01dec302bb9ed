"""Every command that writes, with small inputs, what it writes, and how to tell that it is whole."""
import os
import pathlib
import re
import shutil
import subprocess

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
SOURCE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])
SANITIZED = "-fsanitize" in os.environ.get("TILTAK_CXX_FLAGS", "")
TILTAK = BUILD / "tiltak"
SCALE = "0.005"



def tiltak(folder, *words, **options):
    return subprocess.run([options.pop("program", TILTAK), *map(str, words)], cwd=folder,
                          capture_output=True, text=True, check=False, **options)


class Writer:
    """`outputs` lie in the folder it is run in; `makes` are the ones that must be there at the end."""

    def __init__(self, name, words, outputs):
        self.name, self.words, self.outputs = name, words, outputs


WRITERS = [
    Writer("run", ("run", "base.yaml", "-o", "out.h5", "--replications", "2"), ["out.h5"]),
    Writer("run coupled", ("run", "base.yaml", "-o", "out.h5", "--set",
                           "evaluation.worlds=coupled"), ["out.h5"]),
    Writer("cluster", ("cluster", "whole.h5", "--quality", "quality.csv", "--clusters",
                       "clusters.csv"), ["whole.h5", "quality.csv", "clusters.csv"]),
    Writer("cluster --csv", ("cluster", "--csv", "sequences.csv", "--matrix", "matrix.csv",
                             "--merges", "merges.csv"), ["matrix.csv", "merges.csv"]),
    Writer("report", ("report", "whole.h5", "-o", "page.html", "--csv", "tables", "--xlsx",
                      "book.xlsx"), ["page.html", "book.xlsx", "tables"]),
    Writer("export", ("export", "whole.h5", "--csv", "tables"), ["tables"]),
    Writer("compare", ("compare", "base.yaml", "other.yaml", "-o", "tables", "--equal", "as_given",
                       "--phases", "1", "--why", "0", "--map", "0", "--scale", "0.002"),
           ["tables"]),
    Writer("calibrate", ("calibrate", "targets.yaml", "-o", "parameters.yaml", "--no-effects",
                         "--no-posterior", "--rounds", "1", "--scale", "0.002"),
           ["parameters.yaml"]),
    Writer("graph", ("graph", "base.yaml", "-o", "graph.dot"), ["graph.dot"]),
    Writer("new", ("new", "mine"), ["mine.yaml", "tiltak-scenario.schema.json"]),
]
QUICK = [w for w in WRITERS if w.name not in ("calibrate", "compare")]


def inputs(folder):
    """Scenarios, a results file and a table of sequences."""
    extends = f"extends: {SOURCE}/scenarios/baseline/norway.yaml\npopulation: {{scale: {SCALE}}}\n"
    (folder / "base.yaml").write_text("name: {nb: A, en: A}\n" + extends)
    (folder / "other.yaml").write_text("name: {nb: B, en: B}\n" + extends +
                                       "budget: {rule: stable}\n")
    # An estimation of two parameters.
    baseline = SOURCE / "scenarios/baseline"
    shutil.copy(baseline / "targets.yaml", folder / "targets.yaml")
    fixed, free = [], 0
    for row in (baseline / "priors.yaml").read_text().splitlines():
        free += " width: " in row
        fixed.append(row if free <= 2 else re.sub(r"( width| sd): [^,}]*,?", "", row))
    (folder / "priors.yaml").write_text("\n".join(fixed) + "\n")
    rows = ["a,b,c,d,e,f"]
    rows += [",".join("xyz"[(i * k * k + i // 7) % 3] for k in range(1, 7)) for i in range(300)]
    (folder / "sequences.csv").write_text("\n".join(rows) + "\n")
    done = tiltak(folder, "run", "base.yaml", "-o", "whole.h5", "--quiet")
    assert done.returncode == 0, done.stderr


def copy_of(folder, to):
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder, to)
    return to


def files_of(folder):
    """Path to content of everything below the folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*"))
            if p.is_file()}


def is_aside(name):
    return ".part-" in name


def whole(folder, name):
    """Whether the file is what its ending says, from the first byte to the last."""
    path = folder / name
    content = path.read_bytes()
    if name.endswith(".h5"):
        to = folder / "exported"
        done = tiltak(folder, "export", name, "--csv", to, "--quiet")
        shutil.rmtree(to, ignore_errors=True)
        return done.returncode == 0
    if name.endswith(".html"):
        return content.rstrip().endswith(b"</html>")
    if name.endswith(".xlsx"):
        return content.startswith(b"PK") and b"PK\x05\x06" in content[-1000:]
    return content.endswith(b"\n")
