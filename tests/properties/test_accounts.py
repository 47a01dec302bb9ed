"""The identities of the accounts in random scenarios, summed again from the file by the script
of docs/guide. TILTAK_SCENARIOS says how many."""
import importlib.machinery
import os
import pathlib
import random
import subprocess
import tempfile
import unittest

import h5py

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
SCENARIOS = int(os.environ.get("TILTAK_SCENARIOS", "60"))
GUIDE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"]) / "docs/guide/check_accounts.py"
check_accounts = importlib.machinery.SourceFileLoader("check_accounts", str(GUIDE)).load_module()


def scenario(draw):
    contrast = draw.choice(["none", "marginal"])
    return f"""name: {{nb: Tilfeldig, en: Random}}
seed: {draw.randrange(2**40)}
population: {{scale: {draw.uniform(0.001, 0.004):.5f}, burn_in_months: 24}}
horizon: {{start: 2013-01, months: 84}}
evaluation:
  worlds: {draw.choice(["coupled", "no_substitution"])}
  twins: "{draw.choice(["on", "off"])}"
  contrast: {contrast}
  change: {draw.choice([-0.2, 0.2, 0.5])}
  start: 2013-{draw.randrange(1, 13):02d}
  window_months: {draw.randrange(1, 13)}
cycle:
  kind: {draw.choice(["constant", "sinusoid", "shock"])}
  amplitude: {draw.uniform(0, 0.05):.3f}
budget: {{rule: {draw.choice(["stable", "cyclical"])}, level: {draw.randrange(1, 20)} billion NOK}}
measures:
  training: {{effect: {draw.uniform(-0.2, 1):.3f}, lock_in: {draw.uniform(0.2, 1.2):.3f}}}
  wage_subsidy: {{sigma: {draw.uniform(0, 1):.3f}, retention: {draw.uniform(0, 1):.3f}}}
output: {{panel: none}}
"""


def run(folder, text):
    path, out = pathlib.Path(folder) / "s.yaml", pathlib.Path(folder) / "s.h5"
    path.write_text(text)
    subprocess.run([BUILD / "tiltak", "run", path, "-o", out, "--quiet"], check=True)
    return out


class Accounts(unittest.TestCase):
    def test_random_scenarios(self):
        draw = random.Random(20261122)
        with tempfile.TemporaryDirectory() as folder:
            for number in range(SCENARIOS):
                out = run(folder, scenario(draw))
                with self.subTest(number=number), h5py.File(out) as file:
                    self.assertEqual(list(check_accounts.faults(file)), [])

    def test_the_check_bites(self):
        with tempfile.TemporaryDirectory() as folder:
            out = run(folder, scenario(random.Random(1)))
            for name, part in (("accounts/net_reg", 1), ("accounts/lock_in_lfs_fte", 1),
                               ("since_start/gross_reg", 1), ("deadweight/high_reg", -10**6)):
                with h5py.File(out, "r+") as file:
                    file[name][0, 0, 0] += part
                    self.assertNotEqual(list(check_accounts.faults(file)), [], name)
                    file[name][0, 0, 0] -= part

if __name__ == "__main__":
    unittest.main(verbosity=2)
