"""docs/guide/python.md runs as it stands."""

from run_page import run

run("python.md", "python")
