"""The page of findings: from the files that script/findings leaves to two pages of Markdown."""

import math

import h5py
import numpy as np

from findings_words import WORDS

EQUAL = ("present_value", "spent", "place_months", "as_given")
FIGURES = ("net", "net_with_subsidised", "direct", "threat", "relabelling", "cuts",
           "displacement", "places", "spending", "unspent", "benefits", "public_balance",
           "social_surplus")
OF_MEASURES = ("places", "spending", "unspent")  # shown for both; the others are of the whole country
T = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
     2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086)  # Student's, 97.5 %, by degrees of freedom
# Groups of the accounts that a row of the page takes together.
ROWS = {"woman": ["sex.woman"], "man": ["sex.man"],
        "young": ["age.18-19", "age.20-24", "age.25-29"],
        "middle": ["age.30-34", "age.35-39", "age.40-44", "age.45-49"],
        "old": ["age.50-56", "age.57-61", "age.62-66"],
        "compulsory": ["education.compulsory"], "secondary": ["education.upper_secondary"],
        "higher": ["education.higher_short", "education.higher_long"],
        "norway": ["origin.norway"], "eea": ["origin.western", "origin.eu_east"],
        "outside": ["origin.other_east", "origin.latin_america", "origin.asia", "origin.africa"]}


class Spread:
    """A mean over seeds with half the width of its 95 % interval, by Student's t."""

    def __init__(self, values):
        values = np.asarray(values, dtype=float)
        n = len(values)
        self.mean, self.sd, self.half = values.mean(), math.nan, math.nan
        if n > 1:
            t = T[n - 2] if n - 2 < len(T) else 1.96 + 2.46 / (n - 1)
            self.sd = values.std(ddof=1)
            self.half = t * self.sd / math.sqrt(n)

    def leaves_zero(self):
        return abs(self.mean) > self.half


class Found:
    """What the pieces found, over seeds."""

    def __init__(self, work):
        self.seeds = [work.read(f"seed-{k + 1}") for k in range(work.given.replications)]
        self.maps = [work.read(f"map-{k + 1}") for k in range(work.given.map)]
        self.explained = [one for one in self.seeds[:work.given.why] if one["parts"]]
        self.files = [[work.folder / f"seed-{k + 1}" / f"pair-1-phase-{p + 1}.h5"
                       for p in range(self.seeds[0]["phases"])] for k in range(len(self.seeds))]

    def figure(self, name, part="mean"):
        return Spread([one["equal"][0][name][part] for one in self.seeds])

    def part(self, name):
        return Spread([one["parts"][name]["mean"] for one in self.explained]).mean

    def by_group(self):
        """{row: Spread of job-years} from the accounts of the files, means over start phases."""
        values = {row: [] for row in ROWS} | {"long_term": []}
        for phases in self.files:
            sums = [group_sums(path) for path in phases]
            members = ROWS | {"long_term": [name for name in sums[0] if "long_term" in name]}
            for row, groups in members.items():
                values[row].append(np.mean([sum(one[g] for g in groups) for one in sums]))
        return {row: Spread(each) for row, each in values.items()}

    def fit(self):
        """(use, is an effect, within its width) of the published figures; none without a fit."""
        with h5py.File(self.files[0][0]) as file:
            lines = str(file.attrs.get("tiltak_fit", "")).splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        return [(row[1], row[0].startswith("effect."), abs(float(row[7])) <= 1) for row in rows[1:]]


def group_sums(path):
    with h5py.File(path) as file:
        names = [name.decode() for name in file["accounts/group"][()]]
        cells = file["accounts/net_reg"][()].astype(np.int64)  # replication, group, measure, month
        sums = cells.sum(axis=(0, 2, 3)) * file.attrs["tiltak_expansion"] / 12
    return dict(zip(names, sums))


class Page:
    def __init__(self, found, language, about):
        self.found, self.words, self.about = found, WORDS[language], about
        self.comma = language == "nb"
        self.net = found.figure("net")

    def say(self, key, **given):
        return self.words[key].format(**given)

    def number(self, value, digits=0):
        if math.isnan(value):
            return "–"
        text = f"{value:,.{digits}f}".replace("-", "−")
        if float(f"{value:.{digits}f}") == 0:
            text = text.replace("−", "")
        return text.replace(",", "\u00a0").replace(".", ",") if self.comma else text

    def interval(self, spread):
        return (f"{self.number(spread.mean - spread.half)} {'til' if self.comma else 'to'} "
                f"{self.number(spread.mean + spread.half)}")

    def headline(self):
        net = self.net
        larger, smaller = ("stable", "cyclical") if net.mean > 0 else ("cyclical", "stable")
        if net.leaves_zero() and net.mean < 0:  # of the larger over the smaller
            low, high = -net.mean - net.half, -net.mean + net.half
        else:
            low, high = net.mean - net.half, net.mean + net.half
        places = self.found.figure("places", "second").mean
        billions = self.found.figure("appropriated", "second").mean / 1000
        return self.say("larger" if net.leaves_zero() else "none", larger=self.words[larger],
                        smaller=self.words[smaller], value=self.number(abs(net.mean)),
                        low=self.number(low), high=self.number(high), places=self.number(places),
                        a_billion=self.number(abs(net.mean) / billions, 1))

    def equal(self):
        first, second = (self.found.figure("appropriated", one).mean for one in ("first", "second"))
        said = self.say("equal", gap=self.number(100 * (first - second) / second, 2))
        if self.about["level"]:
            said += " " + self.say("level", level=self.number(100 * self.about["level"], 1))
        return said

    def sign(self):
        cells = mean_cells(self.found.maps)
        positive = sum(cell["mean"] > 0 for cell in cells)
        if positive in (0, len(cells)):
            name = self.words["stable" if positive else "cyclical"]
            return self.say("sign_stays", cells=len(cells), name=name)
        return self.say("sign_turns", cells=len(cells), positive=positive,
                        negative=len(cells) - positive)

    def fit(self):
        rows = self.found.fit()
        if not rows:
            return self.say("fit_none")
        effects = [row for row in rows if row[1]]
        if not effects:
            return self.say("fit_no_effects", all=len(rows), within=sum(row[2] for row in rows))
        return self.say("fit", all=len(rows), within=sum(row[2] for row in rows),
                        effects=len(effects), effects_within=sum(row[2] for row in effects))

    def much(self):
        rows = []
        for key in FIGURES:
            spread = self.found.figure(key)
            sides = ["", ""]
            if key in OF_MEASURES:
                sides = [self.number(self.found.figure(key, one).mean) for one in ("first", "second")]
            rows.append(f"| {self.words[key]} | {sides[0]} | {sides[1]} | {self.number(spread.mean)} | "
                        f"{self.interval(spread)} |")
        return "\n".join([self.words["much_head"], "|---|---:|---:|---:|---|", *rows])

    def whom(self):
        rows = []
        for key, spread in self.found.by_group().items():
            value = self.number(spread.mean)
            shown = f"**{value}**" if spread.leaves_zero() else value
            rows.append(f"| {self.words[key]} | {shown} | {self.interval(spread)} |")
        return "\n".join([self.say("whom_note", rows=len(rows)), "", self.words["whom_head"],
                          "|---|---:|---|", *rows])

    def part_word(self, name):
        return self.words.get(name + "_part", self.words.get(name, name))

    def why(self):
        parts = {name: self.found.part(name) for name in self.found.explained[0]["parts"]}
        ordered = sorted(parts, key=lambda name: -abs(parts[name]))
        together = self.number(sum(parts.values()))
        rows = [f"| {self.part_word(name)} | {self.number(parts[name])} |" for name in ordered]
        return "\n".join([self.say("why_text", seeds=len(self.found.explained), together=together,
                                   first=self.part_word(ordered[0]), second=self.part_word(ordered[1])),
                          "", self.words["why_head"], "|---|---:|", *rows,
                          f"| {self.words['together']} | {together} |"])

    def sure(self):
        every = [cell["mean"] for cell in mean_cells(self.found.maps)]
        every += [value for _, value, _ in self.other_forms()]
        return self.say("sure_text", seed=self.number(self.net.sd), lowest=self.number(min(every)),
                        highest=self.number(max(every)))

    def other_forms(self):
        """(name, difference with this form of the matching function, as written), on the map's seeds."""
        written = np.mean([one["equal"][0]["net"]["mean"] for one in self.found.maps])
        names = self.found.maps[0]["alternatives"]
        return [(name, np.mean([one["alternatives"][name]["mean"] for one in self.found.maps]), written)
                for name in names]

    def level(self, dimension, value):
        if dimension == "displacement":
            key = "no_displacement" if value == 0 else "displaces"
            return self.say(key, value=f"{100 * value:.0f}")
        if dimension == "gamma":
            return self.words["gamma_low" if value < 0 else "gamma_high"]
        return self.words["on" if value else "off"]

    def moves(self):
        cells, rows = mean_cells(self.found.maps), []
        for key in ("displacement", "gamma", "frictions"):
            ends = min(cell[key] for cell in cells), max(cell[key] for cell in cells)
            means = [np.mean([cell["mean"] for cell in cells if cell[key] == end]) for end in ends]
            rows.append((f"{key}_assumed", [self.level(key, end) for end in ends], means))
        rows += [("matching_assumed", [self.words["as_written"], self.words.get(name, name)],
                  [written, value]) for name, value, written in self.other_forms()]
        rows.sort(key=lambda row: -abs(row[2][1] - row[2][0]))
        return "\n".join(
            self.say("moves_row", i=i, words=self.words[words], low=ends[0], high=ends[1],
                     least=self.number(means[0]), most=self.number(means[1]))
            for i, (words, ends, means) in enumerate(rows[:3], 1))

    def text(self):
        sections = [("short", [self.say("question", equal=self.words[self.about["equal"]]), self.headline(),
                               f"{self.sign()} {self.equal()}", self.fit()]),
                    ("much", [self.much()]), ("whom", [self.whom()]), ("why", [self.why()]),
                    ("moves", [self.moves()]), ("sure", [self.sure()])]
        lines = [f"# {self.words['title']}", self.words["other"]]
        for key, blocks in sections:
            lines += [f"## {self.words[key]}", *blocks]
        one = self.found.seeds[0]
        made = self.say("made", **self.about, phases=one["phases"], price_year=one["price_year"],
                        rate=f"{100 * one['discount_rate']:.0f}")
        return "\n\n".join([*lines, "---", made, self.words["more"]]) + "\n"


def mean_cells(maps):
    """The cells of the sign map, each with its mean over seeds."""
    cells = [dict(cell) for cell in maps[0]["map"]]
    for i, cell in enumerate(cells):
        cell["mean"] = np.mean([one["map"][i]["mean"] for one in maps])
    return cells


def write(work, command, first_seed):
    """Writes the two pages; gives their paths."""
    found, given = Found(work), work.given
    with h5py.File(found.files[0][0]) as file:
        version = f"tiltak {file.attrs['tiltak_version']} (git {file.attrs['tiltak_commit']})"
        processor = file.attrs["tiltak_processor"]
    level = None if given.equal == "as_given" else work.read("level")["equal"][0]["level"]
    about = {"level": level, "processor": processor, "command": command, "version": version, "scale": f"{given.scale:g}",
             "equal": given.equal, "first_seed": first_seed,
             "last_seed": first_seed + given.replications - 1}
    paths = []
    for language, words in WORDS.items():
        path = given.output / words["file"]
        path.write_text(Page(found, language, about).text(), encoding="utf-8")
        paths.append(path)
    return paths
