"""The identities of the accounts in random scenarios, summed again from the file by the script
of docs/guide. TILTAK_SCENARIOS says how many."""
import functools
import importlib.machinery
import os
import pathlib
import random
import unittest

import h5py
import random_scenario

SCENARIOS = int(os.environ.get("TILTAK_SCENARIOS", "60"))
SHIPPED = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"]) / "scenarios"
GUIDE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"]) / "docs/guide/check_accounts.py"
check_accounts = importlib.machinery.SourceFileLoader("check_accounts", str(GUIDE)).load_module()


def scenario(number, folder):
    draw = random.Random(20261122 * 1000 + number)
    contrast = draw.choice(["none", "marginal"])
    frictions, _ = random_scenario.frictions(draw)
    return f"""name: {{nb: Tilfeldig, en: Random}}
seed: {draw.randrange(2**40)}
population: {{scale: {draw.uniform(0.0005, 0.002):.5f}, burn_in_months: {draw.choice([12, 24])}}}
horizon: {{start: 2013-01, months: {12 + 11 + 12 + 12}}}
evaluation:
  worlds: {draw.choice(["coupled", "no_substitution"])}
  twins: "{draw.choice(["on", "off"])}"
  contrast: {contrast}
  removes: {draw.choice(["all", "post_76"])}
  change: {draw.choice([-0.2, 0.2, 0.5])}
  start: 2013-{draw.randrange(1, 13):02d}
  window_months: {draw.randrange(1, 13)}
  tail_months: {draw.randrange(3, 13)}
{random_scenario.cycle(draw)}{random_scenario.budget(draw, folder)}{frictions}effects:
  {{over_cycle: {draw.choice(["same", "stronger_in_slumps", "stronger_in_booms"])},
   gamma: {draw.uniform(0, 40):.1f}}}
market:
  {{matching: {draw.choice(["den_haan", "cobb_douglas"])},
   demand_response: {draw.uniform(0, 1):.2f}, geography: {draw.choice(["national", "counties"])}}}
measures:
  training:
    {{effect: {draw.uniform(-0.2, 1):.3f}, lock_in: {draw.uniform(0.2, 1.2):.3f},
     new_skill: {draw.uniform(0, 1):.2f}, cyclical_share: {draw.uniform(-.5, .5):.2f}}}
  wage_subsidy: {{sigma: {draw.uniform(0, 1):.3f}, retention: {draw.uniform(0, 1):.3f}}}
  follow_up: {{threat: {draw.uniform(0, 0.5):.2f}, notice_months: {draw.randrange(0, 4)}}}
output: {{panel: none}}
""",


def few_persons(path, folder):
    return f"""name: {{nb: Få, en: Few}}
extends: {path}
population: {{scale: 0.001, burn_in_months: 12}}
evaluation: {{worlds: coupled}}
replications: 1
output: {{panel: none}}
""",


class Accounts(unittest.TestCase):
    def test_random_scenarios(self):
        moved = []

        def check(number, path, text):
            with self.subTest(number=number), h5py.File(path) as file:
                self.assertEqual(list(check_accounts.faults(file)), [], text)
                moved.append(bool(file["accounts/net_lfs"][()].any()))

        random_scenario.run_all((functools.partial(scenario, n) for n in range(SCENARIOS)), check)
        self.assertGreater(sum(moved), SCENARIOS / 2)  # zeros add up to anything

    def test_shipped_scenarios(self):
        """All that can be run, on few persons, against none."""
        def check(number, path, text):
            with self.subTest(text=text), h5py.File(path) as file:
                self.assertEqual(list(check_accounts.faults(file)), [])

        folders = "allocation baseline budgets cycles examples frictions mix".split()
        shipped = [path for folder in folders for path in sorted((SHIPPED / folder).glob("*.yaml"))
                   if "\ntiltak: " not in path.read_text()]
        self.assertGreater(len(shipped), 50)
        random_scenario.run_all((functools.partial(few_persons, path) for path in shipped), check)

    def test_the_check_bites(self):
        def check(number, path, text):
            for name, part in (("accounts/net_reg", 1), ("accounts/lock_in_lfs_fte", 1),
                               ("since_start/gross_reg", 1), ("deadweight/high_reg", -10**6),
                               ("budget/spent", 10**15)):
                with h5py.File(path, "r+") as file:
                    place = file[name][(0,) * file[name].ndim]
                    file[name][(0,) * file[name].ndim] = place + part
                    self.assertNotEqual(list(check_accounts.faults(file)), [], name)
                    file[name][(0,) * file[name].ndim] = place

        random_scenario.run_all([functools.partial(scenario, 1)], check)


if __name__ == "__main__":
    unittest.main(verbosity=2)
