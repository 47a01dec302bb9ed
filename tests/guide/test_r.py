"""docs/guide/r.md runs as it stands; skipped (77) where R or its packages are not installed."""

from run_page import run

run("r.md", "r")
