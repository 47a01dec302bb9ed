"""script/findings writes its page at a small scale: every part is there, and the parts of the
difference add up to it."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

source = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])
program = pathlib.Path(os.environ["TILTAK_BUILD_DIR"]) / "tiltak"
with tempfile.TemporaryDirectory() as folder:
    page = pathlib.Path(folder) / "findings.md"
    subprocess.run([sys.executable, source / "script/findings", "--program", program,
                    "--scale", "0.01", "--replications", "2",
                    "--equal", "as_given", "-o", page], check=True)
    text = page.read_text(encoding="utf-8")
for heading in ("What", "By how much", "For whom", "Why", "How sure", "What moves it most"):
    assert f"\n## {heading}\n" in text, heading
assert "nan" not in text and "None" not in text, text


def found(pattern):
    return float(re.search(pattern, text).group(1).replace(",", "").replace("−", "-"))


net = found(r"Additional work, ordinary jobs \(job-years\) \| (\S+) \|")
together = found(r"\| together \| (\S+) \|")
assert abs(net - together) <= 1, (net, together)
assert re.search(r"\n3\. \*\*", text), "three assumptions"
print(text)
