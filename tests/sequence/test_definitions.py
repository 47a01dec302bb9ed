"""`tiltak cluster --csv` beside the definitions written out in Python (definitions.py), on sets that
have what real ones have: unequal lengths, void, missing values, weights that are no counts or 0,
one state only, more than 64 states, sequences longer than one and than four machine words, ties."""
import random
import unittest

import numpy

import definitions as define
from program import Folder, number


def spelled(draw, months, states, stay):
    """A sequence that stays in a state with probability `stay`."""
    row = [draw.choice(states)]
    while len(row) < months:
        row.append(row[-1] if draw.random() < stay else draw.choice(states))
    return row


def random_set(seed, rows, months, states, stay=0.85, twins=0):
    draw = random.Random(seed)
    made = [spelled(draw, draw.randint(*months), states, stay) for _ in range(rows)]
    return made + [made[draw.randrange(rows)] for _ in range(twins)]


SETS = {
    "short": random_set(1, 14, (1, 6), "ab", 0.6, twins=4),
    "one month": [["a"], ["b"], ["a"], ["c"]],
    "lengths 1 to 300": random_set(2, 8, (1, 300), "abcd"),
    "exactly 64 months": random_set(3, 8, (64, 64), "abcde"),
    "65 months": random_set(4, 8, (65, 65), "abcde"),
    "128 to 129 months": random_set(5, 8, (128, 129), "abc", 0.95),
    "257 months": random_set(6, 6, (257, 257), "ab", 0.9),
    "20 states": random_set(7, 10, (30, 40), [f"s{i:02}" for i in range(20)]),
    "100 states": random_set(8, 20, (30, 60), [f"s{i:03}" for i in range(100)], 0.5),
    "alike at first": [list("a" * (60 - n) + "b" * n) for n in (0, 0, 1, 2, 30, 59, 60)],
}


class Distances(unittest.TestCase):
    def setUp(self):
        self.folder = Folder(self)

    def check(self, rows, words, distance, tolerance=0.0):
        expected = define.matrix(rows, distance)
        found = numpy.array(self.folder.matrix(self.folder.sequences(rows), *words))
        error = numpy.abs(found - expected).max()
        self.assertLessEqual(error, tolerance * max(1.0, expected.max()))

    def test_those_of_months(self):
        for name, rows in SETS.items():
            with self.subTest(name):
                self.check(rows, [], define.lcs)
                self.check(rows, ["--distance", "lcp"], define.prefix)
                self.check(rows, ["--distance", "rlcp"],
                           lambda a, b: define.prefix(a[::-1], b[::-1]))

    def test_optimal_matching(self):
        for name, rows in SETS.items():
            if sum(map(len, rows)) > 900:
                continue  # the definition in Python is slow
            with self.subTest(name):
                constant = lambda a, b: 0.0 if a == b else 2.0
                self.check(rows, ["--distance", "om", "--indel", "1.5"],
                           lambda a, b: define.align(a, b, 1.5, constant), 1e-12)
                rate = define.trate(rows, [1.0] * len(rows))
                states = sorted({s for row in rows for s in row})
                indel = max(rate(a, b) for a in states for b in states) / 2
                if indel > 0:
                    self.check(rows, ["--distance", "om", "--costs", "trate"],
                               lambda a, b: define.align(a, b, indel, rate), 1e-12)
                self.check(rows, ["--distance", "omspell"],
                           lambda a, b: define.omspell(a, b, 0.5), 1e-12)

    def test_hamming(self):
        rows = SETS["exactly 64 months"]
        self.check(rows, ["--distance", "hamming"], lambda a, b: sum(x != y for x, y in zip(a, b)))

    def test_norms(self):
        rows = SETS["short"]
        for norm, of in {"maxlength": lambda d, p, q: d / max(p, q),
                         "maxdist": lambda d, p, q: d / (p + q),
                         "gmean": lambda d, p, q: 1 - (p + q - d) / 2 / (p * q) ** 0.5,
                         "YujianBo": lambda d, p, q: 2 * d / (p + q + d)}.items():
            def normed(a, b):
                d = define.lcs(a, b)
                return of(d, len(a), len(b)) if d > 0 else 0.0
            with self.subTest(norm):
                self.check(rows, ["--norm", norm], normed, 1e-12)

    def test_a_missing_value_is_a_state(self):
        rows = [list("aa?b"), list("a?"), list("??b"), list("aab"), list("????")]
        expected = define.matrix(rows, define.lcs)
        found = self.folder.matrix(self.folder.sequences(rows), "--missing", "?", "--states", "a,b")
        self.assertEqual(expected.tolist(), found)

    def test_costs_from_a_file(self):
        rows = random_set(9, 8, (3, 12), "abc")
        self.folder.write("costs.csv", "a,b,c\n0,1,3\n1,0,0.5\n3,0.5,0\n")
        cost = {("a", "b"): 1, ("a", "c"): 3, ("b", "c"): 0.5}
        of = lambda x, y: 0 if x == y else cost[min(x, y), max(x, y)]
        self.check(rows, ["--distance", "om", "--costs", "costs.csv"],
                   lambda a, b: define.align(a, b, 1.5, of), 1e-12)


class Clusters(unittest.TestCase):
    def setUp(self):
        self.folder = Folder(self)
        draw = random.Random(11)
        self.rows = random_set(12, 22, (12, 12), "abc", 0.7, twins=8)
        self.weights = [round(draw.uniform(0.4, 3), 2) for _ in self.rows]
        self.weights[3] = 0.0
        self.d = define.matrix(self.rows, define.lcs)
        self.table = self.folder.sequences(self.rows)
        self.folder.write("weights.csv", "w\n" + "\n".join(map(str, self.weights)) + "\n")

    def clusters(self, found):
        return [int(row["cluster"]) for row in found["clusters"]]

    def test_quality_is_its_definition(self):
        for words, weights in ([], [1.0] * len(self.rows)), (["--weights", "weights.csv"],
                                                             self.weights):
            for k in 2, 3, 5:
                found = self.folder.results(self.table, "-k", k, "--method", "hierarchical", *words,
                                            files=["clusters", "quality"])
                expected = define.quality(self.d, weights, self.clusters(found))
                for name, value in expected.items():
                    self.assertAlmostEqual(number(found["quality"][0][name]), value, delta=1e-9,
                                           msg=f"{name} at {k} {words}")

    def test_medoids_cost_what_they_cost(self):
        for method in "pam", "eager", "build", "clara":
            found = self.folder.results(self.table, "-k", 4, "--method", method, "--weights",
                                        "weights.csv", files=["medoids", "clusters"])
            medoids = [int(row["medoid"]) - 1 for row in found["medoids"]]
            cost = define.cost(self.d, self.weights, medoids)
            self.assertAlmostEqual(found["sum_distance"], cost, delta=1e-9)
            nearest = self.d[:, medoids].argmin(axis=1) + 1
            self.assertEqual(self.clusters(found), nearest.tolist())

    def test_no_swap_improves_pam(self):
        found = self.folder.results(self.table, "-k", 3, files=["medoids"])
        medoids = [int(row["medoid"]) - 1 for row in found["medoids"]]
        ones = [1.0] * len(self.rows)
        best = min(define.cost(self.d, ones, medoids[:s] + [x] + medoids[s + 1:])
                   for s in range(3) for x in range(len(self.rows)))
        self.assertEqual(found["sum_distance"], define.cost(self.d, ones, medoids))
        self.assertGreaterEqual(best, found["sum_distance"])

    def test_heights_of_ward_sum_to_what_the_distances_hold(self):
        for words, weights in ([], [1.0] * len(self.rows)), (["--weights", "weights.csv"],
                                                             self.weights):
            tree = self.folder.results(self.table, *words, files=["merges"])["merges"]
            total = sum(float(m["height"]) for m in tree)
            expected = define.ward_height_sum(self.d, weights)
            self.assertAlmostEqual(total, expected, delta=1e-7 * expected)

    def test_duplicates_change_nothing(self):
        files = ["clusters", "quality", "medoids", "representatives", "describe", "merges"]
        words = ["--every-k", "--weights", "weights.csv"]
        once = self.folder.results(self.table, *words, files=files)
        kept = self.folder.results(self.table, *words, "--keep-duplicates", files=files)
        for f in once.keys() & set(files):
            for a, b in zip(once[f], kept[f], strict=True):
                for column in a.keys() - {"partition"}:
                    self.same(a[column], b[column], (f, column, a, b))

    def same(self, one, other, where):
        """The same text, or the same number but for the order of sums."""
        if one != other:
            self.assertAlmostEqual(number(one), number(other), delta=1e-9 * abs(number(one)),
                                   msg=where)

    def test_representatives_are_their_definition(self):
        found = self.folder.results(self.table, "-k", 2, "--weights", "weights.csv",
                                    files=["representatives", "clusters"])
        cluster = numpy.array(self.clusters(found))
        for name in "all", "1", "2":
            rows = numpy.flatnonzero(cluster > 0 if name == "all" else cluster == int(name))
            # A person each; of identical ones the program names the first.
            d = self.d[numpy.ix_(rows, rows)]
            for of, largest in ("cluster", d.max()), ("overall", self.d.max()):
                mine = [r for r in found["representatives"]
                        if r["cluster"] == name and r["radius_of"] == of and r["rank"] != "Total"]
                taken, share = define.representatives(
                    d, numpy.array(self.weights)[rows], largest=largest)
                self.assertEqual([self.rows[int(r["representative"]) - 1] for r in mine],
                                 [self.rows[rows[t]] for t in taken])
                self.assertAlmostEqual(float(mine[0]["coverage"]), share, delta=1e-12)

    def test_discrepancy_is_its_definition(self):
        draw = random.Random(13)
        groups = [draw.choice(["x", "y", "å \"z\""]) for _ in self.rows]
        quoted = ['"' + g.replace('"', '""') + '"' for g in groups]
        self.folder.write("group.csv", "group\n" + "\n".join(quoted) + "\n")
        for words, weights in ([], [1.0] * len(self.rows)), (["--weights", "weights.csv"],
                                                             self.weights):
            found = self.folder.results(self.table, "--attributes", "group.csv", "--permutations",
                                        19, *words, files=["discrepancy", "membership"])
            f, r2 = define.pseudo_f(self.d, weights, groups)
            total = next(r for r in found["discrepancy"] if r["value"] == "Total")
            self.assertAlmostEqual(float(total["F"]), f, delta=1e-9 * f)
            self.assertAlmostEqual(float(total["R2"]), r2, delta=1e-12)
            self.assertIn(float(total["p"]) * 20, range(1, 21))
            for value in set(groups):
                lines = [r for r in found["membership"] if r["value"] == value]
                self.assertAlmostEqual(sum(float(r["share_of_value"]) for r in lines), 1)

    def test_as_many_clusters_as_sequences(self):
        rows = [list("aa"), list("ab"), list("ba"), list("bb")]
        found = self.folder.results(self.folder.sequences(rows, "four.csv"), "-k", 4,
                                    files=["quality"])
        self.assertEqual(found["sum_distance"], 0)
        self.assertEqual(found["quality"][-1]["ASW"], "1")
        self.assertEqual(found["quality"][-1]["ASW_Rousseeuw"], "0")

    def test_the_same_bits_for_any_number_of_threads(self):
        files = ["clusters", "quality", "medoids", "representatives", "describe", "merges"]
        one, two = (self.folder.results(self.table, "--threads", n, "--bootstrap", 5, files=files)
                    for n in (1, 3))
        del one["seconds"], two["seconds"]
        self.assertEqual(one, two)


class Descriptions(unittest.TestCase):
    def test_they_are_their_definitions(self):
        folder = Folder(self)
        rows = random_set(14, 15, (3, 12), "abcd", 0.6)
        weights = [0.5 + i % 4 for i in range(len(rows))]
        folder.write("w.csv", "w\n" + "\n".join(map(str, weights)) + "\n")
        lines = folder.results(folder.sequences(rows), "--weights", "w.csv",
                               files=["describe"])["describe"]
        found = {(x["table"], x["row"], x["column"]): number(x["value"]) for x in lines
                 if x["cluster"] == "all" and x["table"] != "modal_sequence"
                 and not x["table"].startswith("frequent")
                 and x["column"] != "sequence" and x["table"] != "modal_state"}
        for t in range(12):
            there = [(r[t], w) for r, w in zip(rows, weights) if len(r) > t]
            total = sum(w for _, w in there)
            shares = {s: sum(w for x, w in there if x == s) / total for s in "abcd"} if there else {}
            for s in shares:
                self.assertAlmostEqual(found["state_share", f"m{t + 1}", s] if
                                       ("state_share", f"m{t + 1}", s) in found else
                                       found["state_share", str(t + 1), s], shares[s], delta=1e-12)
            if there:
                self.assertAlmostEqual(found["entropy", str(t + 1), "entropy"],
                                       define.entropy(shares.values(), 4), delta=1e-12)
        p = define.rates(rows, weights)
        for a in "abcd":
            for b in "abcd":
                self.assertAlmostEqual(found["transition_rate", a, b], p(a, b), delta=1e-12)
            mean = sum(w * r.count(a) for r, w in zip(rows, weights)) / sum(weights)
            variance = sum(w * (r.count(a) - mean) ** 2 for r, w in zip(rows, weights)) / (
                sum(weights) - sum(w * w for w in weights) / sum(weights))
            self.assertAlmostEqual(found["mean_time", a, "mean"], mean, delta=1e-12)
            self.assertAlmostEqual(found["mean_time", a, "variance"], variance, delta=1e-11)
        for i, row in enumerate(rows, 1):
            changes = len(define.spells(row)) - 1
            h = define.entropy([row.count(s) / len(row) for s in "abcd"], 4)
            for column, value in {"entropy": h, "turbulence": define.turbulence(row),
                                  "transitions": changes,
                                  "complexity": (changes / (len(row) - 1) * h) ** 0.5,
                                  "subsequences": define.subsequences(
                                      [s for s, _ in define.spells(row)])}.items():
                self.assertAlmostEqual(found["individual", str(i), column], value, delta=1e-12,
                                       msg=f"{column} of {row}")


if __name__ == "__main__":
    unittest.main()
