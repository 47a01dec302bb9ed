#!/usr/bin/python3
"""Sums the accounts of a results file again, with nothing but h5py and numpy.

    python3 check_accounts.py out.h5 [more.h5 ...]

Says what does not add up and ends with 1 if anything does not. What is checked stands in
docs/model/accounts.md; read it as an example of how the file is used.
"""
import sys

import h5py
import numpy

FLOWS = ("gross", "deadweight", "own_loss", "direct", "lock_in", "after_effect", "threat",
         "relabelling", "cuts", "displacement", "net")
UNITS = ("reg", "lfs", "reg_fte", "lfs_fte")


def texts(dataset):
    return [name.decode() if isinstance(name, bytes) else name for name in dataset[()]]


def flows(group, unit):
    """Every flow of a group of the file in one unit, as wide integers."""
    names = [name for name in FLOWS + ("substitution", "congestion") if f"{name}_{unit}" in group]
    return {name: group[f"{name}_{unit}"][()].astype("int64") for name in names}


def identities(a, participants):
    """What should be zero everywhere; `participants` cuts out who takes part."""
    yield "net", a["net"] - (a["direct"] + a["threat"] + a["relabelling"] + a["cuts"]
                            - a["displacement"])
    yield "direct", a["direct"] - (a["lock_in"] + a["after_effect"])
    own = a["gross"] - a["deadweight"] - a["own_loss"] - a["net"]
    yield "gross of participants", own[participants]
    if "substitution" in a:
        yield "displacement", a["displacement"] - a["substitution"] - a["congestion"]


def overspending(budget):
    """Whole years in which more was spent than the year was given, what it carried over included."""
    months = numpy.datetime64("1970-01-01") + budget["time"][()].astype("timedelta64[D]")
    years = months.astype("datetime64[Y]")
    spent, granted = (budget[of][()].astype("int64").sum(1) for of in ("spent", "appropriated"))
    for year in numpy.unique(years):
        of_year = years == year
        if of_year.sum() == 12 and spent[of_year].sum() > granted[of_year].sum():
            yield f"more was spent than appropriated in {year}"


def faults(file):
    accounts = file["accounts"]
    groups = texts(accounts["group"])
    kinds = sorted({name.split(".")[0] for name in groups[1:]})
    for unit in UNITS:
        a = flows(accounts, unit)
        if not a:
            continue
        for name, rest in identities(a, numpy.s_[:, :, :-1]):  # the last measure is "none"
            if rest.any():
                yield f"{name}_{unit}: {numpy.count_nonzero(rest)} cells do not add up"
        for kind in kinds:
            rows = [g for g, name in enumerate(groups) if name.startswith(kind + ".")]
            for name, values in a.items():
                if (values[:, rows].sum(1) != values[:, 0]).any():
                    yield f"{name}_{unit} by {kind} does not add up to all"
        since = flows(file["since_start"], unit)
        for name, rest in identities(since, numpy.s_[:]):
            if rest.any():
                yield f"since_start, {name}_{unit}: cells do not add up"
        for name, values in since.items():
            if (values.sum(2) != a[name][:, 0, :-1].sum(2)).any():
                yield f"{name}_{unit} differs between calendar months and months since the start"
        if f"low_{unit}" in file["deadweight"]:
            low, high = (file[f"deadweight/{end}_{unit}"][()] for end in ("low", "high"))
            deadweight = a["deadweight"][:, 0, :-1]
            if (deadweight < low).any() or (deadweight > high).any():
                yield f"deadweight_{unit} lies outside its bounds"
    if "budget" in file:
        yield from overspending(file["budget"])


def main(paths):
    wrong = 0
    for path in paths:
        with h5py.File(path) as file:
            if "accounts" not in file:
                print(f"{path}: no accounts")
                continue
            found = list(faults(file))
            for fault in found:
                print(f"{path}: {fault}")
            if not found:
                print(f"{path}: all adds up, {file['accounts/net_reg'].shape[0]} replications")
            wrong += len(found)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
