"""A page of docs/guide as a program: its code from top to bottom, run on a small file."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])
PROGRAM = pathlib.Path(os.environ["TILTAK_BUILD_DIR"]) / "tiltak"


def code_of(page, language):
    text = (SOURCE / "docs/guide" / page).read_text(encoding="utf-8")
    code = "\n".join(re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S))
    assert code.count("\n") > 20, "the page has code"
    return code


def has_packages(code):
    packages = sorted(set(re.findall(r"^library\((\w+)\)", code, re.M)))
    load = ";".join(f"library({package})" for package in packages)
    found = shutil.which("Rscript") and subprocess.run(
        ["Rscript", "-e", load], capture_output=True).returncode == 0
    if not found:
        print("skipped: no R with", ", ".join(packages))
    return found


def run(page, language):
    """Ends the test with what the page's code ends with; 77 where it cannot run here."""
    code = code_of(page, language)
    if language == "r" and not has_packages(code):
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        scenario = SOURCE / "scenarios/budgets/stable.yaml"
        for command in (["run", scenario, "-o", "out.h5", "--scale", "0.01", "--replications", "2"],
                        ["cluster", "out.h5"]):
            subprocess.run([PROGRAM, *command, "--quiet"], cwd=folder, check=True)
        script = pathlib.Path(folder) / "page"
        script.write_text(code, encoding="utf-8")
        program = "Rscript" if language == "r" else sys.executable
        sys.exit(subprocess.run([program, script], cwd=folder).returncode)
