"""`tiltak cluster OUT.h5`: what it adds to a results file, read with xarray, and that it agrees with
the same analysis of the same sequences from a table."""
import os
import pathlib
import subprocess
import tempfile
import unittest

import numpy
import xarray

from program import PROGRAM, Folder, number

SOURCE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])


class ResultsFile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.temporary.name) / "out.h5"
        for words in (["run", SOURCE / "scenarios" / "baseline" / "norway.yaml", "-o", cls.path,
                       "--scale", "0.02"],
                      ["cluster", cls.path, "-k", "5", "--permutations", "9"]):
            subprocess.run([PROGRAM, *map(str, words), "--quiet"], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def group(self, name=""):
        with xarray.open_dataset(self.path, group="trajectories" + name) as data:
            return data.load()

    def table(self, folder):
        states = self.group().states.values
        return folder.sequences([list(map(int, row)) for row in states])

    def test_it_agrees_with_the_same_sequences_from_a_table(self):
        data = self.group()
        folder = Folder(self)
        table = self.table(folder)
        found = folder.results(table, "-k", 5, "--states", "0,1,2,3,4,5", files=["clusters"])
        mine = [int(row["cluster"]) for row in found["clusters"]]
        pairs = set(zip(mine, data.membership.values.tolist()))
        self.assertEqual(len(pairs), 5) # the same clusters, numbered by size here
        sizes = data["size"].values.tolist()
        self.assertEqual(sizes, sorted(sizes, reverse=True))
        self.assertEqual(sizes, [(data.membership.values == c).sum() for c in range(1, 6)])
        self.assertAlmostEqual(data.silhouette.values.mean(), found["chosen"]["ASW"], places=12)
        for c, medoid in enumerate(data.medoid.values, 1):
            self.assertEqual(data.membership.values[medoid], c)

    def test_descriptions_are_those_of_the_states(self):
        data, description = self.group(), self.group("/description")
        codes = data.states.values
        for c in range(6):
            rows = codes if c == 0 else codes[data.membership.values == c]
            self.assertEqual(float(description.entrants[c]), len(rows))
            for s in range(6):
                numpy.testing.assert_allclose(description.share.values[c, :, s],
                                              (rows == s).mean(axis=0), atol=1e-14)
                months = (rows == s).sum(axis=1)
                self.assertAlmostEqual(float(description.mean_months[c, s]), months.mean(), places=10)
                self.assertAlmostEqual(float(description.ever[c, s]), (months > 0).mean(), places=12)
        changes = (codes[:, 1:] != codes[:, :-1]).sum(axis=1)
        numpy.testing.assert_array_equal(data.transitions.values, changes)

    def test_representatives_stand_in_their_clusters(self):
        data, found = self.group(), self.group("/representatives")
        self.assertEqual(set(found.cluster.values), set(range(6)))
        for cluster, entrant in zip(found.cluster.values, found.entrant.values):
            self.assertIn(cluster, (0, data.membership.values[entrant]))
        for cluster in range(6):
            of = (found.cluster == cluster) & (found.radius_of == "cluster")
            total = len(data.entrant) if cluster == 0 else data["size"].values[cluster - 1]
            self.assertEqual(float(found.assigned.values[of].sum()), total)

    def test_clusters_by_attribute_add_up(self):
        data, lines = self.group(), self.group("/attributes")
        self.assertLessEqual({"sex", "age", "origin", "education", "measure"},
                             set(lines.attribute.values))
        for name in set(lines.attribute.values):
            of = lines.attribute == name
            self.assertEqual(float(lines.entrants.values[of].sum()), len(data.entrant))
        sexes = lines.attribute == "sex"
        with xarray.open_dataset(self.path, group="persons") as persons:
            women = persons.sex.values[data.person.values] == 1
        meaning = dict(zip(lines.value.values[sexes], lines.entrants.values[sexes]))
        self.assertEqual(len(meaning), 2)
        by_value = {v: lines.entrants.values[sexes & (lines.value == v)].sum() for v in meaning}
        self.assertEqual(sorted(by_value.values()), sorted([women.sum(), (~women).sum()]))

    def test_discrepancy_is_that_of_a_table(self):
        folder = Folder(self)
        table = self.table(folder)
        data, found = self.group(), self.group("/discrepancy")
        with xarray.open_dataset(self.path, group="persons") as persons:
            sex = persons.sex.values[data.person.values]
        folder.write("sex.csv", "sex\n" + "\n".join(map(str, sex)) + "\n")
        other = folder.results(table, "-k", 2, "--attributes", "sex.csv", "--permutations", 0,
                               files=["discrepancy"])["discrepancy"]
        total = next(row for row in other if row["value"] == "Total")
        mine = found.sel(attribute="sex")
        self.assertAlmostEqual(float(mine.pseudo_f), number(total["F"]), places=9)
        self.assertEqual(int(mine.permutations), 9)
        self.assertTrue(0.1 <= float(mine.p) <= 1)

    def test_export_and_report_still_read_it(self):
        with tempfile.TemporaryDirectory() as folder:
            for words in (["export", self.path, "--csv", folder],
                          ["report", self.path, "-o", folder + "/report.html"]):
                subprocess.run([PROGRAM, *map(str, words), "--quiet"], check=True)
            names = {p.name for p in pathlib.Path(folder).iterdir()}
            self.assertLessEqual({"trajectories_representatives.csv", "trajectories_attributes.csv",
                                  "trajectories_discrepancy.csv", "report.html"}, names)

    def test_options_of_tables_are_refused(self):
        done = subprocess.run([PROGRAM, "cluster", self.path, "--states", "a,b"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn("go with --csv", done.stderr)


if __name__ == "__main__":
    unittest.main()
