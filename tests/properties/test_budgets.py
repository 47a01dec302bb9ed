"""Random scenarios: money and places, summed again by an outsider from the file alone.

Spending never exceeds what a year was granted; participants and spending follow from the spells
to the ore; nobody has a place she is not eligible for, or two at a time. BUDGET_SCENARIOS says how
many (60; the long test 500)."""
import functools
import os
import pathlib
import random
import re
import unittest

import h5py
import numpy as np
import random_scenario

SOURCE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])
SCENARIOS = int(os.environ.get("BUDGET_SCENARIOS", "60"))
ALLOWANCE = 617500  # ore a month: mechanisms.benefit

def ore(text):
    return round(float(text.replace(" ", "")) * 100)


def catalogue():
    """id -> group, post, prices and the month of their change, ages, whether it pays a wage."""
    entries = {}
    for path in sorted((SOURCE / "scenarios/measures").glob("*.yaml")):
        text = path.read_text()

        def find(pattern, otherwise):
            found = re.search(pattern, text, re.M)
            return found.group(1) if found else otherwise

        price = ore(find(r"^price: ([\d ]+) NOK", "0"))
        entries[path.stem] = {
            "group": find(r"^group: (\w+)", ""), "post": find(r"^post: (\w+)", ""),
            "price": price, "later": ore(find(r"^price_later: {price: ([\d ]+) NOK", "0")),
            "step": int(find(r"from_month: (\d+)", "9999")),
            "from": int(find(r"^from_age: (\d+)", "18")), "to": int(find(r"^to_age: (\d+)", "66")),
            "wage": find(r"^subsidised: (\w+)", "") == "true"}
    return entries


CATALOGUE = catalogue()


def scenario(number, folder):
    draw = random.Random(634076 * 1000 + number)
    frictions, on = random_scenario.frictions(draw)
    text = f"""name: {{nb: Tilfeldig, en: Random}}
seed: {draw.randrange(2**40)}
population: {{scale: {draw.uniform(0.0005, 0.002):.5f}, burn_in_months: {draw.choice([12, 24])}}}
horizon: {{start: 2013-{draw.randrange(1, 13):02d}, months: 40}}
evaluation: {{worlds: policy}}
{random_scenario.cycle(draw)}{random_scenario.budget(draw, folder)}{frictions}measures:
  training: {{price: {draw.randrange(1, 40)} 000 NOK, notice_months: {draw.randrange(0, 5)}}}
  education: {{from_age: {draw.randrange(18, 60)}, to_age: {draw.randrange(60, 67)}}}
  work_practice: {{enabled: {draw.choice(["on", "off"])}}}
"""
    return text, "benefit_crowding" in on


class Budgets(unittest.TestCase):
    def test_random_scenarios(self):
        starts = []

        def check(number, path, text, crowds):
            with self.subTest(number=number), h5py.File(path) as file:
                self.check(file, dict(CATALOGUE), text, crowds)
                starts.append(int(file["budget/starts"][()].sum()))

        random_scenario.run_all((functools.partial(scenario, n) for n in range(SCENARIOS)), check)
        self.assertGreater(sum(n > 0 for n in starts), SCENARIOS / 2)

    def check(self, file, entries, text, crowds):
        changed = dict(entries["training"], later=0, step=9999,
                       price=ore(re.search(r"price: ([\d ]+) NOK", text).group(1)))
        ages = [int(n) for n in re.search(r"from_age: (\d+), to_age: (\d+)", text).groups()]
        entries["training"] = changed
        entries["education"] = dict(entries["education"], **{"from": ages[0], "to": ages[1]})
        budget = file["budget"]
        names = [name.decode() for name in budget["measure"][()]]
        first = np.datetime64("1970-01-01") + budget["time"][0].astype("timedelta64[D]")
        first = first.astype("datetime64[M]").astype(int) + 1970 * 12
        months = budget["time"].shape[0]
        on_post = np.array([entries[name]["post"] == "post_76" for name in names])
        self.check_years(budget, on_post, first, months)
        self.check_spells(file, names, entries, first, months, crowds)

    def check_years(self, budget, on_post, first, months):
        granted, spent = budget["appropriated"][()], budget["spent"][()]
        self.assertTrue((spent[:, ~on_post] <= granted[:, ~on_post]).all())
        self.assertTrue((budget["participants"][()] <= budget["places"][()]).all())
        years = (first + np.arange(months)) // 12
        whole = [year for year in set(years) if (years == year).sum() == 12]
        self.assertTrue(whole)
        for year in whole:
            post = (years == year)[:, None] & on_post[None, :]
            self.assertLessEqual(spent[post].sum(), granted[post].sum(), year)

    def check_spells(self, file, names, entries, first, months, crowds):
        spells, budget = file["worlds/policy/spells"], file["budget"]
        states, births = file["worlds/policy/states"][()], file["persons/birth_month"][()]
        origin = np.datetime64("1970-01-01")

        def month(days):
            return ((origin + days.astype("timedelta64[D]")).astype("datetime64[M]").astype(int)
                    + 1970 * 12)

        person, measure = spells["person"][()], spells["measure"][()]
        start, end = month(spells["start"][()]), month(spells["end"][()])
        born = month(births)
        participants = np.zeros((months, len(names)), dtype="int64")
        starts, spent = participants.copy(), participants.copy()
        paid = participants.copy()  # who may have been paid an allowance
        for who, m, begins, ends in zip(person, measure, start, end):
            entry = entries[names[m]]
            for t in range(max(begins, first), min(ends, first + months)):
                participants[t - first, m] += 1
                later = t - begins >= entry["step"]
                spent[t - first, m] += entry["later"] if later else entry["price"]
                paid[t - first, m] += (entry["group"] == "job_seekers" and not entry["wage"]
                                       and entry["post"] == "post_76")
            if begins < first or begins >= ends:
                continue
            starts[begins - first, m] += 1
            age = (begins - born[who]) // 12
            # chosen at most four months before, when she was old enough
            self.assertTrue(entry["from"] <= age and (begins - 4 - born[who]) // 12 <= entry["to"])
            state = 2 if entry["group"] == "job_seekers" else 5
            self.assertEqual(states[who, begins - first], state, names[m])
        order = np.lexsort((start, person))
        same = person[order][1:] == person[order][:-1]
        self.assertTrue((start[order][1:] >= end[order][:-1])[same].all(), "two places at a time")
        self.assertTrue((participants == budget["participants"][()]).all())
        self.assertTrue((starts == budget["starts"][()]).all())
        allowances = budget["spent"][()] - spent
        self.assertTrue((allowances % ALLOWANCE == 0).all())
        self.assertTrue((allowances >= 0).all())
        self.assertTrue((allowances <= paid * ALLOWANCE * crowds).all())


if __name__ == "__main__":
    unittest.main(verbosity=2)
