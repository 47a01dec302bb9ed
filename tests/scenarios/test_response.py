"""Norway's own response of the appropriation to unemployment comes out of the simulated years.

Twelve-month changes of job seekers on measures on those of the registered unemployed, as in the
regressions the rules are from: 0.38 (standard error 0.04) at 6 months in 2000-06, with 0.20 at
once and 0.19 at 15 months; 0.37 (0.14) at 15 months in 2014-18, and none at once. Means over four
seeds at 1:25; widths are three standard errors of the published slope and the spread of the seeds
together, and seeds are fixed, so nothing alarms by chance."""
import os
import pathlib
import subprocess
import tempfile
import unittest

import h5py
import numpy

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
SCENARIOS = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"]) / "scenarios"
JOB_SEEKERS = ["assessment", "follow_up", "start_up", "training", "wage_subsidy", "work_practice"]
SEEDS = range(1, 5)


def months(rule, start, length, seed):
    """Job seekers on measures and registered unemployed by month."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out.h5"
        settings = [f"horizon.start={start}", f"horizon.months={length}", "cycle.kind=historical",
                    "evaluation.worlds=policy", "output.panel=none"]
        subprocess.run([BUILD / "tiltak", "run", SCENARIOS / "budgets" / rule, "-o", out, "--quiet",
                        "--scale", "0.04", "--seed", str(seed),
                        *(word for one in settings for word in ("--set", one))], check=True)
        with h5py.File(out) as file:
            budget, world = file["budget"], file["worlds/policy"]
            names = [name.decode() for name in budget["measure"][()]]
            status = [name.decode() for name in world["status"][()]]
            places = budget["participants"][()][:, [names.index(m) for m in JOB_SEEKERS]].sum(1)
            unemployed = world["status_counts"][()][0][:, status.index("none_unemployed")]
    return places.astype(float), unemployed.astype(float)


def slope(places, unemployed, lag):
    y = (places[12:] - places[:-12])[lag:]
    x = (unemployed[12:] - unemployed[:-12])[:len(y)]
    return numpy.cov(x, y)[0, 1] / numpy.var(x, ddof=1)


def slopes(rule, start, length, lags):
    runs = [months(rule, start, length, seed) for seed in SEEDS]
    return {lag: [slope(*run, lag) for run in runs] for lag in lags}


class Response(unittest.TestCase):
    def check_slope(self, found, published, error):
        spread = numpy.std(found, ddof=1) / len(found) ** 0.5
        self.assertLess(abs(numpy.mean(found) - published), 3 * (error ** 2 + spread ** 2) ** 0.5,
                        f"{numpy.round(found, 2)}, published {published}")

    def test_half_a_year_later_in_2000_to_2006(self):
        found = slopes("norway-2000-2006.yaml", "1998-01", 103, [0, 6, 15])
        self.check_slope(found[6], 0.38, 0.04)
        self.assertLess(numpy.mean(found[0]), numpy.mean(found[6]))
        self.assertLess(numpy.mean(found[15]), numpy.mean(found[6]))

    def test_fifteen_months_later_in_2014_to_2018(self):
        found = slopes("norway-2014-2018.yaml", "2013-01", 65, [0, 15])
        self.check_slope(found[15], 0.37, 0.14)
        self.check_slope(found[0], 0.0, 0.12)


if __name__ == "__main__":
    unittest.main()
