"""The pages in a real browser: see browser.cjs. Skipped (77) where there is no browser or npm."""

import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"]) / "tests/report"

missing = [name for name in ("chromium", "node", "npm") if not shutil.which(name)]
if missing:
    print("skipped: no", ", ".join(missing), "here; script/bootstrap --browser installs them")
    sys.exit(77)

modules = BUILD / "browser"
modules.mkdir(parents=True, exist_ok=True)
lock = (HERE / "package-lock.json").read_bytes()
mark = modules / "installed"
if not mark.exists() or mark.read_bytes() != lock:
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, modules)
    subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
                   cwd=modules, check=True)
    mark.write_bytes(lock)

pages = BUILD / "pages"
environment = dict(os.environ, TILTAK_NODE_MODULES=str(modules),
                   TILTAK_CHROMIUM=shutil.which("chromium"))
sys.exit(subprocess.run(["node", HERE / "browser.cjs", pages / "nb.html", pages / "en.html"],
                        env=environment).returncode)
