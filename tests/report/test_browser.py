"""The pages in a real browser: see browser.cjs. Skipped (77) where there is no browser or npm."""

import os
import pathlib
import shutil
import subprocess
import sys

from browser_modules import HERE, modules

pages = pathlib.Path(os.environ["TILTAK_BUILD_DIR"]) / "tests/report/pages"
names = ["nb.html", "en.html", "compared-nb.html", "compared-en.html"]
environment = dict(os.environ, TILTAK_NODE_MODULES=str(modules()),
                   TILTAK_CHROMIUM=shutil.which("chromium"))
sys.exit(subprocess.run(["node", HERE / "browser.cjs", *(pages / name for name in names)],
                        env=environment).returncode)
