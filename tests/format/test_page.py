"""docs/formats/results.md is what the layout's table says today."""

import pathlib
import subprocess
import sys

program, page = sys.argv[1:]
now = subprocess.run([program], check=True, capture_output=True, text=True).stdout
if not pathlib.Path(page).is_file() or pathlib.Path(page).read_text(encoding="utf-8") != now:
    sys.exit(f"{page} is stale; make it anew: {program} > {page}")
assert "/worlds/<world>/spells" in now and now.count("\n| `") > 90, "the page has lost its rows"
