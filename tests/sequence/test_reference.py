"""The program beside R (tests/golden/sequence/README.md), through files: 2,000 synthetic sequences."""
import csv
import unittest

from program import GOLDEN, Folder, number

TABLE = GOLDEN / "synth2000.csv"
DISTANCES = {
    "LCS": ["lcs"], "LCS_auto": ["lcs", "--norm", "auto"],
    "LCS_maxlength": ["lcs", "--norm", "maxlength"], "LCS_maxdist": ["lcs", "--norm", "maxdist"],
    "LCS_YujianBo": ["lcs", "--norm", "YujianBo"],
    "OM_const2_indel1.5": ["om", "--indel", "1.5"],
    "OM_const2_indel1.5_auto": ["om", "--indel", "1.5", "--norm", "auto"],
    "OM_trate_indel1": ["om", "--costs", "trate", "--indel", "1"],
    "OM_trate_indelauto": ["om", "--costs", "trate"],
    "HAM": ["hamming"], "HAM_auto": ["hamming", "--norm", "auto"], "DHD": ["dhd"],
    "LCP": ["lcp"], "RLCP": ["rlcp"], "LCP_auto": ["lcp", "--norm", "auto"],
    "EUCLID_step1": ["euclid"], "EUCLID_full": ["euclid", "--step", "60"],
    "CHI2_step1": ["chi2"], "CHI2_full": ["chi2", "--step", "60"],
    "OMspell_e0.5": ["omspell"], "OMspell_e0": ["omspell", "--expansion", "0"]}
EXACT = {"LCS", "HAM", "LCP", "RLCP"}


def golden(name):
    with open(GOLDEN / name, newline="") as text:
        return list(csv.DictReader(text))


class Reference(unittest.TestCase):
    def setUp(self):
        self.folder = Folder(self)

    def assert_near(self, found, expected, relative, where):
        self.assertTrue(found == expected or found != found and expected != expected or
                        abs(found - expected) <= relative * abs(expected), (where, found, expected))

    def test_distances_are_those_of_traminer(self):
        sums = {row["distance"]: row for row in golden("distance_sums.csv")}
        cells = {}
        for row in golden("distances.csv"):
            cells.setdefault(row["distance"], []).append(row)
        self.assertEqual(DISTANCES.keys(), sums.keys())
        for name, words in DISTANCES.items():
            d = self.folder.matrix(TABLE, "--distance", *words)
            tolerance = 0.0 if name in EXACT else 1e-12
            for row in cells[name]:
                self.assert_near(d[int(row["row"]) - 1][int(row["column"]) - 1], float(row["d"]),
                                 tolerance, name)
            lower = [x for i, row in enumerate(d) for x in row[:i]]
            self.assert_near(sum(lower), float(sums[name]["sum"]), 1e-10, name)
            self.assert_near(max(lower), float(sums[name]["largest"]), 1e-12, name)

    def test_quality_of_given_clusters_is_weightedclusters(self):
        found = self.folder.results(TABLE, "--partition", GOLDEN / "lcs_cuts.csv",
                                    files=["quality"])["quality"]
        for mine, row in zip(found, golden("lcs_cuts_quality.csv"), strict=True):
            for measure in "PBC HG HGSD ASW ASWw CH R2 CHsq R2sq HC".split():
                self.assert_near(number(mine[measure]), number(row[measure]), 1e-9,
                                 (measure, row["k"]))
            self.assert_near(number(mine["ASW_Rousseeuw"]), number(row["ASW_cluster_pkg"]), 1e-9,
                             row["k"])

    def test_medoids_are_as_good_as_weightedclusters(self):
        cuts = golden("lcs_cuts.csv")
        for row in golden("lcs_pam.csv"):
            cut = self.folder.write("cut.csv", "c\n" + "\n".join(x[row["k"]] for x in cuts) + "\n")
            for method, limit in ("pam", "from_start"), ("build", "from_build"):
                found = self.folder.results(TABLE, "--partition", cut, "--method", method)
                self.assertLessEqual(found["sum_distance"], float(row[limit]), (method, row["k"]))

    def test_representatives_are_traminers_under_both_conventions(self):
        cuts = golden("lcs_cuts.csv")
        rows = golden("lcs_representatives.csv")
        for k in sorted({row["k"] for row in rows}):
            if k == "1":
                cut = self.folder.write("cut.csv", "c\n" + "1\n" * len(cuts))
            else:
                cut = self.folder.write("cut.csv", "c\n" + "\n".join(x[k] for x in cuts) + "\n")
            found = self.folder.results(
                TABLE, "--partition", cut, "--criterion",
                "density,frequency,centrality,likelihood", files=["representatives"])
            for row in (r for r in rows if r["k"] == k):
                mine = [r for r in found["representatives"]
                        if r["rank"] != "Total" and r["cluster"] == row["cluster"]
                        and r["criterion"] == row["criterion"]
                        and r["radius_of"] == row["radius_of"]]
                self.assertEqual([r["representative"] for r in mine],
                                 row["representatives"].split())
                self.assert_near(float(mine[0]["coverage"]), float(row["coverage"]), 1e-12, row)

    def test_heights_of_a_tree_without_ties_are_fastclusters(self):
        tree = self.folder.results(TABLE, "--distance", "om", "--costs", "trate", "--linkage",
                                   "ward.D2", files=["merges"])["merges"]
        for mine, row in zip(reversed(tree), golden("om_trate_ward.D2_heights.csv")):
            self.assert_near(float(mine["height"]), float(row["height"]), 1e-11, "height")


if __name__ == "__main__":
    unittest.main()
