"""A run of the coupled worlds and its clusters through a program, and the checksums of all of it."""
import os
import pathlib
import subprocess
import tempfile

from checksums import checksums

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
SOURCE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])
MUST_BE_THERE = ("worlds/policy/states", "worlds/policy/spells/start", "worlds/policy/market/matches",
                 "accounts/net_reg", "budget/spent", "trajectories/membership")


def bits(program=BUILD / "tiltak", scale="0.01", **environment):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out.h5"
        scenario = pathlib.Path(folder) / "coupled.yaml"
        scenario.write_text(f"name: {{nb: K, en: C}}\nextends: {SOURCE}/scenarios/baseline/norway.yaml\n"
                            "evaluation: {worlds: coupled}\n")
        words = dict(env={**os.environ, **environment}, check=True, capture_output=True)
        subprocess.run([program, "run", scenario, "-o", out, "--scale", scale, "--replications",
                        "2", "--quiet"], **words)
        subprocess.run([program, "cluster", out, "--quiet"], **words)
        found = checksums(out)
    missing = [name for name in MUST_BE_THERE if name not in found]
    assert not missing, f"{missing} not among {sorted(found)}"
    return found
