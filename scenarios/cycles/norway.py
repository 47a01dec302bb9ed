#!/usr/bin/python3
"""Makes norway.csv: registered unemployment in Norway by month, from the series in ../evidence.

Per cent of the labour force, seasonally adjusted where the source is. From the best series there is:
monthly persons over an interpolated labour force, else quarterly rates, else annual means, the last
two set in the middle of their period and joined by straight lines. `basis` names which. Months that
no line reaches are left out, and nothing is extrapolated.
"""
import csv
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
EVIDENCE = HERE.parent / "evidence"

# Labour force, thousand: persons over per cent of the years for which the series have both with two
# decimals or more than 60,000 persons.
LABOUR_FORCE = {1991.5: 100.726 / 0.047, 2006.5: 62.9 / 0.026, 2012.5: 66.0 / 0.024825,
                2014.5: 75.25 / 0.0278, 2016.5: 83.833 / 0.03035}


def rows(name):
    with open(EVIDENCE / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def line(points, at):
    """The value at `at` on the straight lines through `points`, or None outside them."""
    known = sorted(points)
    for left, right in zip(known, known[1:]):
        if left <= at <= right:
            return points[left] + (points[right] - points[left]) * (at - left) / (right - left)
    return None


def labour_force(at):
    known = sorted(LABOUR_FORCE)
    return line(LABOUR_FORCE, min(max(at, known[0]), known[-1]))


def main():
    monthly, quarterly, annual = {}, {}, {}
    for row in rows("unemployment_monthly.csv"):
        at = int(row["year"]) + (int(row["month"]) - 0.5) / 12
        if row["registered_unemployed_k_sa"]:
            monthly[at] = 100 * float(row["registered_unemployed_k_sa"]) / labour_force(at)
    for row in rows("unemployment_quarterly.csv"):
        at = int(row["year"]) + (int(row["quarter"]) - 0.5) / 4
        quarterly[at] = float(row["nav_registered_pct"])
    for row in rows("unemployment_annual.csv"):
        at = int(row["year"]) + 0.5
        if row["registered_pct_lf"]:
            annual[at] = float(row["registered_pct_lf"])
        elif row["registered_unemployed"]:
            annual[at] = int(row["registered_unemployed"]) / 10 / labour_force(at)
    with open(HERE / "norway.csv", "w", encoding="utf-8") as out:
        out.write("month,registered,basis\n")
        for month in range(12 * 1972, 12 * 2025):
            at = month // 12 + (month % 12 + 0.5) / 12
            for basis, points in (("monthly", {at: monthly[at]} if at in monthly else {}),
                                  ("quarterly", quarterly), ("annual", annual)):
                value = points.get(at) if len(points) == 1 else line(points, at)
                if value is not None:
                    out.write(f"{month // 12}-{month % 12 + 1:02d},{value:.2f},{basis}\n")
                    break


if __name__ == "__main__":
    main()
