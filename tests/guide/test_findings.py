"""script/findings at a small scale: every part is there in both languages, the parts of the
difference add up to it, what is finished is not made again, and pieces of other things are
refused."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

source = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])
program = pathlib.Path(os.environ["TILTAK_BUILD_DIR"]) / "tiltak"
HEADINGS = {"findings.md": ("In short", "By how much", "For whom", "Why", "What moves it most",
                            "How sure"),
            "funn.md": ("Kort sagt", "Hvor mye", "For hvem", "Hvorfor", "Hva som flytter den mest",
                        "Hvor sikkert")}


def findings(folder, *more, status=0):
    """What it said; the two pages are in `folder`."""
    command = [sys.executable, source / "script/findings", "--program", program, "--scale", "0.005",
               "--replications", "2", "--phases", "1", "--equal", "as_given",
               "--folder", folder / "pieces", "-o", folder, *more]
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert done.returncode == status, (done.returncode, done.stdout)
    return done.stdout


def value(pattern, text):
    return float(re.search(pattern, text).group(1).replace(",", "").replace("−", "-"))


def check_pages(folder):
    for name, headings in HEADINGS.items():
        text = (folder / name).read_text(encoding="utf-8")
        found = re.findall(r"^## (.*)$", text, re.M)
        assert tuple(found) == headings, found
        assert "nan" not in text and "None" not in text and "{" not in text, text
        assert len(re.findall(r"^[123]\. \*\*", text, re.M)) == 3, "three assumptions"
    text = (folder / "findings.md").read_text(encoding="utf-8")
    net = value(r"Additional work in ordinary jobs \(job-years\) \|  \|  \| (\S+) \|", text)
    together = value(r"\| together \| (\S+) \|", text)
    assert abs(net - together) <= 1, (net, together)

    def of(*rows):
        return sum(value(rf"\| {row} \| \**([^ *|]+)", text) for row in rows)

    by_sex, by_age = of("Women", "Men"), of("Under 30", "30 to 49", "50 to 66")
    assert abs(by_sex - by_age) <= 5, (by_sex, by_age)  # everybody is in one of each
    return text


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    assert "3 of 3 pieces" in findings(folder, "--estimate")
    assert not (folder / "pieces").exists(), "an estimate leaves nothing"
    findings(folder)
    first = check_pages(folder)
    for left in ("findings.md", "pieces/seed-2.json"):
        (folder / left).unlink()
    said = findings(folder)
    assert "1 of 3 pieces" in said and "seed-2" in said and "piece 2" not in said, said
    assert check_pages(folder) == first, "made again it says the same"
    said = findings(folder, "--scale", "0.004", status=2)
    assert "other scale" in said and "--fresh" in said, said
    print(first)
