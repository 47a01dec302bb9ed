"""The identities of the accounts, summed again by an outsider from the file alone."""
import os
import pathlib
import random
import subprocess
import tempfile
import unittest

import h5py

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
SCENARIOS = 60


def scenario(draw):
    contrast = draw.choice(["none", "marginal"])
    return f"""name: {{nb: Tilfeldig, en: Random}}
seed: {draw.randrange(2**40)}
population: {{scale: {draw.uniform(0.001, 0.004):.5f}, burn_in_months: 24}}
horizon: {{start: 2013-01, months: 84}}
evaluation:
  worlds: coupled
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


class Accounts(unittest.TestCase):
    def test_random_scenarios(self):
        draw = random.Random(20261122)
        with tempfile.TemporaryDirectory() as folder:
            for number in range(SCENARIOS):
                text = scenario(draw)
                path = pathlib.Path(folder) / "s.yaml"
                path.write_text(text)
                out = pathlib.Path(folder) / "s.h5"
                subprocess.run([BUILD / "tiltak", "run", path, "-o", out, "--quiet"], check=True)
                with self.subTest(number=number), h5py.File(out) as file:
                    self.check(file)

    def check(self, file):
        accounts = file["accounts"]
        groups = [name.decode() for name in accounts["group"][()]]
        for flavour in ("reg", "lfs"):
            names = ("gross", "deadweight", "own_loss", "direct", "lock_in", "after_effect",
                     "threat", "displacement", "net")
            a = {name: accounts[f"{name}_{flavour}"][()].astype("int64") for name in names}
            self.assertTrue((a["net"] == a["direct"] + a["threat"] - a["displacement"]).all())
            self.assertTrue((a["direct"] == a["lock_in"] + a["after_effect"]).all())
            takes_part = slice(None, -1)  # the last measure is "none"
            own = a["gross"] - a["deadweight"] - a["own_loss"]
            self.assertTrue((own[:, :, takes_part] == a["net"][:, :, takes_part]).all())
            for prefix in ("sex.", "age.", "origin.", "education.", "priority."):
                rows = [g for g, name in enumerate(groups) if name.startswith(prefix)]
                for name, values in a.items():
                    self.assertTrue((values[:, rows].sum(1) == values[:, 0]).all(), (prefix, name))


if __name__ == "__main__":
    unittest.main(verbosity=2)
