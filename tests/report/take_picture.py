"""A picture of one figure of a page: take_picture.py PAGE ID FILE. For script/pictures."""

import os
import pathlib
import shutil
import subprocess
import sys

from browser_modules import HERE, modules

page, figure, file = sys.argv[1:]
environment = dict(os.environ, TILTAK_NODE_MODULES=str(modules()),
                   TILTAK_CHROMIUM=shutil.which("chromium"))
sys.exit(subprocess.run(["node", HERE / "take_picture.cjs", pathlib.Path(page).resolve(), figure,
                         pathlib.Path(file).resolve()], env=environment).returncode)
