"""Every scenario that ships can be run, and the ladder of examples gives its expected figures.

`test_library.py --update` writes the figures anew (scenarios/examples/*.expected), to be read
before they are committed."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import h5py

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
SCENARIOS = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"]) / "scenarios"
NO_SCENARIO = {"measures", "schema", "evidence"}
PLAIN_DATA = {"earnings.yaml", "parameters.yaml", "population.yaml", "targets.yaml", "priors.yaml",
              "cycle_targets.yaml", "benefits.yaml", "taxes.yaml"}


def library():
    for path in sorted(SCENARIOS.glob("*/*.yaml")):
        if path.parent.name not in NO_SCENARIO and path.name not in PLAIN_DATA:
            yield path


def figures(path):
    """What a reader of the example would look at first; national figures."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out.h5"
        subprocess.run([BUILD / "tiltak", "run", path, "-o", out, "--quiet",
                        "--set", "output.panel=none"], check=True)
        with h5py.File(out) as file:
            expansion = float(file.attrs["tiltak_expansion"])
            budget = file["budget"]
            year = slice(12, 24)
            names = [name.decode() for name in budget["measure"][()]]
            counts = file["worlds/policy/state_counts"][()][0]
            found = {
                "persons": int(file["persons/sex"].shape[0]),
                "month_24": [int(n) for n in counts[23]],
                "starts_of_2014": int(budget["starts"][year].sum()),
                "participants_in_2014": {
                    name: round(float(budget["participants"][year, k].mean()) * expansion)
                    for k, name in enumerate(names)},
                "million_nok_of_2014": round(budget["spent"][year].sum() * expansion / 1e8, 1)}
            if "accounts" in file:
                found["person_months"] = {
                    name: int(file["accounts"][f"{name}_reg"][0, 0].sum())
                    for name in ("gross", "deadweight", "lock_in", "after_effect", "threat",
                                 "relabelling", "cuts", "displacement", "net")}
    return found


def examples():
    return [path for path in library() if path.parent.name == "examples"]


class Library(unittest.TestCase):
    def test_every_scenario_can_be_run(self):
        self.assertGreater(len(list(library())), 50)
        for path in library():
            with self.subTest(path=path.relative_to(SCENARIOS)):
                done = subprocess.run([BUILD / "tiltak", "check", path, "--quiet"],
                                      capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_examples_give_their_figures(self):
        self.assertEqual([path.name[:2] for path in examples()],
                         [f"{k:02}" for k in range(1, 11)])
        for path in examples():
            with self.subTest(path=path.name):
                expected = json.loads(path.with_suffix(".expected").read_text())
                self.assertEqual(figures(path), expected)


if __name__ == "__main__":
    if "--update" in sys.argv:
        for example in examples():
            text = json.dumps(figures(example), indent=2)
            example.with_suffix(".expected").write_text(text + "\n")
    else:
        unittest.main(verbosity=2)
