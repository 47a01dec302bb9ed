"""A comparison of budgets, worked out again by an outsider from the results files it leaves.

What is made equal (docs/model/comparison.md), what is credited and charged, and the headline."""
import importlib.machinery
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import h5py
import numpy as np

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
SOURCE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])
GUIDE = SOURCE / "docs/guide/check_accounts.py"
check_accounts = importlib.machinery.SourceFileLoader("check_accounts", str(GUIDE)).load_module()

PHASES, SEEDS, WINDOW, TAIL, RATE = 4, 2, 24, 12, 0.04
# Mean basic amounts: 2019's kroner become those of 2024 (scenarios/baseline/earnings.yaml).
PRICE = (118620 * 4 + 124028 * 8) / (96883 * 4 + 99858 * 8)
COMMON = f"""
seed: 11
replications: {SEEDS}
population: {{scale: 0.004, burn_in_months: 12}}
horizon: {{start: 2013-01, months: {12 + WINDOW + TAIL}}}
evaluation: {{start: 2014-01, window_months: {WINDOW}, tail_months: {TAIL}}}
cycle: {{kind: sinusoid, amplitude: 3 %, period_months: 24 months}}
"""
BUDGETS = {"stable": "{rule: stable}",
           "cyclical": "{rule: cyclical, response: 40 %, swings: whole_post, lag_months: 12}"}


class World:
    """One world of a file: national kroner of 2024 by replication and month of the evaluation."""

    def __init__(self, file, name):
        world = file["worlds/" + name]
        national = file.attrs["tiltak_expansion"] * PRICE / 100
        months = np.datetime64("1970-01-01") + world["time"][()].astype("timedelta64[D]")
        months = months.astype("datetime64[M]")
        self.first = int(np.flatnonzero(months == np.datetime64("2014-01"))[0])
        self.granted, self.spent = (
            national * world[of][:, self.first:][:, :WINDOW + TAIL].astype(float).sum(2)
            for of in ("appropriated", "spent"))


class Compare(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        for name, budget in BUDGETS.items():
            (cls.folder / f"{name}.yaml").write_text(
                f"name: {{nb: {name}, en: {name}}}{COMMON}budget: {budget}\n")
        done = subprocess.run(
            [BUILD / "tiltak", "compare", cls.folder / "stable.yaml", cls.folder / "cyclical.yaml",
             "-o", cls.folder / "out", "--equal", "present_value,spent,place_months",
             "--phases", str(PHASES), "--map", "0", "--why", "1", "--json", "--quiet"],
            check=True, capture_output=True, text=True)
        cls.found = json.loads(done.stdout)[0]
        cls.files = [h5py.File(path) for path in sorted(cls.folder.glob("out/pair-1-phase-*.h5"))]
        cls.addClassCleanup(lambda: [file.close() for file in cls.files])
        cls.factor = (1 + RATE) ** (-np.arange(WINDOW + TAIL) / 12)

    def mean(self, world, of):
        """Over files and replications, of a figure of a world."""
        return np.mean([of(World(file, world)) for file in self.files], axis=0).mean(0)

    def figure(self, name, side, kind=0):
        return self.found["equal"][kind][name][side]

    def test_every_start_phase_has_its_file_and_its_accounts_add_up(self):
        self.assertEqual(len(self.files), PHASES)
        demands = set()
        for file in self.files:
            self.assertEqual(list(check_accounts.faults(file)), [])
            demands.add(file["worlds/policy/market/job_finding"][()].tobytes())
        self.assertEqual(len(demands), PHASES)  # the phases are different ones

    def test_present_values_of_the_appropriations_are_equal(self):
        values = [self.mean(world, lambda w: w.granted[:, :WINDOW]) @ self.factor[:WINDOW]
                  for world in ("policy", "against")]
        self.assertLess(abs(values[0] / values[1] - 1), 0.001)
        for value, side in zip(values, ("first", "second")):
            self.assertAlmostEqual(self.figure("appropriated", side) / (value / 1e6), 1, 6)

    def test_unspent_money_is_credited_and_what_runs_on_is_charged(self):
        for world, side in (("policy", "first"), ("against", "second")):
            spent = self.mean(world, lambda w: w.spent)
            granted = self.mean(world, lambda w: w.granted)
            self.assertGreater(spent[WINDOW:].sum(), 0)  # commitments run on
            charged = spent @ self.factor / 1e6
            self.assertAlmostEqual(self.figure("spending", side) / charged, 1, 6)
            unspent = (granted - spent)[:WINDOW] @ self.factor[:WINDOW] / 1e6
            self.assertAlmostEqual(self.figure("unspent", side), unspent, 3)

    def test_groups_add_up_to_the_headline(self):
        groups = {one["group"]: one for one in self.found["groups"]}
        headline = self.figure("net", "mean")
        self.assertAlmostEqual(groups["all"]["net"]["mean"] / headline, 1, 9)
        self.assertAlmostEqual(groups["all"]["net"]["half_width"],
                               self.found["equal"][0]["net"]["half_width"], 6)
        kinds = {name.split(".")[0] for name in groups} - {"all"}
        self.assertLessEqual({"sex", "age", "origin", "education", "priority", "county"}, kinds)
        for kind in kinds:
            parts = [one for name, one in groups.items() if name.startswith(kind + ".")]
            self.assertAlmostEqual(sum(one["net"]["mean"] for one in parts) / headline, 1, 9)
            self.assertAlmostEqual(sum(one["affected"] for one in parts), groups["all"]["affected"])

    def test_no_world_has_a_start_after_the_window(self):
        for file in self.files:
            for world in ("policy", "against", "frozen"):
                starts = file[f"worlds/{world}/spells/start"][()].astype("timedelta64[D]")
                months = (np.datetime64("1970-01-01") + starts).astype("datetime64[M]")
                self.assertLess(months.max(), np.datetime64("2014-01") + WINDOW)

    def test_the_headline_is_that_of_the_accounts_and_its_parts_add_up(self):
        seeds = np.zeros(SEEDS)
        for file in self.files:
            net = file["accounts/net_reg"][:, 0].astype(float).sum(1)  # replication x month
            seeds += net @ self.factor * file.attrs["tiltak_expansion"] / 12 / PHASES
        headline = self.found["equal"][0]["net"]
        self.assertAlmostEqual(headline["mean"], seeds.mean(), 6)
        half = 12.706 * seeds.std(ddof=1) / np.sqrt(SEEDS)  # Student's t, one degree of freedom
        self.assertAlmostEqual(headline["half_width"] / half, 1, 4)
        # The parts are those of the first replication.
        parts = sum(part["mean"] for part in self.found["parts"].values())
        self.assertAlmostEqual(parts, seeds[0], 6)

    def test_equal_money_and_equal_places_stand_beside_it(self):
        kinds = [one["kind"] for one in self.found["equal"]]
        self.assertEqual(kinds, ["present_value", "spent", "place_months"])
        for one in self.found["equal"]:
            self.assertLess(abs(one["gap"]), 0.001)
        spent = self.found["equal"][1]["spending"]
        self.assertLess(abs(spent["first"] / spent["second"] - 1), 0.001)
        places = self.found["equal"][2]["places"]
        self.assertLess(abs(places["undiscounted"]) / places["second"], 0.01)


if __name__ == "__main__":
    unittest.main(verbosity=2)
