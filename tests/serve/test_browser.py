"""The live page in a real browser: see browser.cjs. Skipped (77) where there is no browser or npm.

The modules are those of the browser test of reports, in its folder."""

import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "report"))
from browser_modules import modules  # noqa: E402
from server import Server  # noqa: E402

environment = dict(os.environ, TILTAK_NODE_MODULES=str(modules()),
                   TILTAK_CHROMIUM=shutil.which("chromium"))
server = Server()
try:
    status = subprocess.run(["node", HERE / "browser.cjs", server.address],
                            env=environment).returncode
finally:
    ended, said, left = server.end()
if ended != 0 or left:
    print("the server ended with", ended, said, left, file=sys.stderr)
    status = 1
sys.exit(status)
