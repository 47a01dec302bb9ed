"""Playwright and axe-core from npm, pinned in package-lock.json, in the build folder. Ends the test
as skipped (77) where there is no browser or npm."""

import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def modules():
    missing = [name for name in ("chromium", "node", "npm") if not shutil.which(name)]
    if missing:
        print("skipped: no", ", ".join(missing), "here; script/bootstrap --browser installs them")
        sys.exit(77)
    folder = pathlib.Path(os.environ["TILTAK_BUILD_DIR"]) / "tests/report/browser"
    folder.mkdir(parents=True, exist_ok=True)
    lock = (HERE / "package-lock.json").read_bytes()
    mark = folder / "installed"
    if not mark.exists() or mark.read_bytes() != lock:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder)
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund",
                        "--loglevel=error"], cwd=folder, check=True)
        mark.write_bytes(lock)
    return folder
