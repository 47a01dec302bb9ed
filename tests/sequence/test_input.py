"""Tables and options that are wrong: status 2, the place, what is wrong, before any work starts; and
tables that only look strange, which are read."""
import unittest

from program import Folder

TWO = "m1,m2\na,b\nb,b\n"

# name: (table, words, what the message must hold)
WRONG = {
    "ragged": ("m1,m2,m3\na,b,c\na,a\nb,b,b,b\n", [],
               ["t.csv:3:3: error: 2 cells where the header has 3",
                "t.csv:4:7: error: 4 cells where the header has 3"]),
    "unknown states": ("m1,m2,m3\na,b,x\nå,a,y\n", ["--states", "a,b,å"],
                       ["t.csv:2:5: error: column 'm3': unknown state 'x'",
                        "t.csv:3:5: error: column 'm3': unknown state 'y'", "allowed: a, b, å"]),
    "everything at once": ("m1,m2,w\na,x,-1\nb,a,NaN\n",
                           ["--states", "a,b", "--weights", "w", "--norm", "atuo", "--linkage",
                            "wardd", "--memory", "nan", "-k", "3..2"],
                           ["unknown state 'x'", "t.csv:2:5: error: weight '-1'",
                            "t.csv:3:5: error: weight 'NaN'", "--norm: error: 'atuo'",
                            "did you mean 'auto'?", "--linkage: error: 'wardd'",
                            "-k: error: '3..2'", "--memory: error: nan"]),
    "empty": ("", [], ["t.csv: error: is empty"]),
    "a header only": ("m1,m2\n", [], ["t.csv:1: error: there is a header and nothing below it"]),
    "an open quote": ('m1,m2\n"a,b\nb,b\n', [], ["t.csv:2: error: a quote is opened"]),
    "a gap": ("m1,m2,m3\na,,b\na,b,b\n", [], ["t.csv:2:3: error: column 'm2': an empty cell"]),
    "an empty sequence": ("m1,m2\na,b\n,\n", [], ["t.csv:3:1: error: column 'm1': the sequence"]),
    "one sequence": ("m1,m2\na,b\n", [], ["there is one sequence only"]),
    "all identical": ("m1,m2\na,a\na,a\na,a\n", [], ["all 3 sequences are identical"]),
    "more clusters than sequences": (TWO, ["-k", "3"], ["-k: error: 3 clusters of 2 sequences",
                                                        "allowed: 2 to 2"]),
    "more clusters than different ones": ("m1\na\nb\nb\n", ["-k", "3"], ["of which 2 are different"]),
    "weights of 0": ("m1,w\na,0\nb,0\n", ["--weights", "w"], ["all weights are 0"]),
    "infinite weight": ("m1,w\na,1\nb,inf\n", ["--weights", "w"], ["t.csv:3:3: error: weight 'inf'"]),
    "no such column": (TWO, ["--weights", "m3"], ["m3: error: is neither a column of t.csv nor a file",
                                                 "did you mean 'm1'?"]),
    "no file": (None, [], ["t.csv: error: cannot be opened"]),
    "a name twice": ("m1,w,w\na,1,2\nb,1,2\n", ["--weights", "w"],
                     ["t.csv:1: error: several columns are called 'w'"]),
    "a month twice": (TWO, ["--columns", "m1,m1"], ["column 'm1' is named twice"]),
    "months backwards": (TWO, ["--columns", "m2..m1"], ["the last column stands before the first"]),
    "a state twice": (TWO, ["--states", "a,b,a"], ["state 'a' is named twice"]),
    "missing among the states": (TWO, ["--states", "a,b", "--missing", "b"],
                                 ["'b' is the missing value"]),
    "distance": (TWO, ["--distance", "lcz"], ["--distance: error: 'lcz'", "did you mean 'lcs'?"]),
    "hamming of unequal lengths": ("m1,m2\na,b\nb,\n", ["--distance", "hamming", "-k", "2"],
                                   ["month against month"]),
    "norm of shares": (TWO, ["--distance", "chi2", "--norm", "gmean"], ["gmean with chi2"]),
    "step": (TWO, ["--distance", "chi2", "--step", "5"], ["--step: error: 5", "1 to 2"]),
    "expansion": (TWO, ["--distance", "omspell", "--expansion", "nan"], ["--expansion: error: nan"]),
    "indel": (TWO, ["--indel", "-1"], ["--indel: error: '-1'"]),
    "a negative count": (TWO, ["--bootstrap", "-3"], ["'-3' is no whole number from 0"]),
    "no samples": (TWO, ["--method", "clara", "--samples", "0"], ["--samples: error: 0"]),
    "clara and a matrix": (TWO, ["--method", "clara", "--matrix", "m.csv", "-k", "2"],
                           ["clara has no distances"]),
    "criterion": (TWO, ["--criterion", "dens"], ["--criterion: error: 'dens'"]),
    "radius": (TWO, ["--radius", "2"], ["a share from 0 to 1"]),
    "attribute of one value": ("m1,x\na,1\nb,1\n", ["--attributes", "x", "--discrepancy", "d.csv"],
                               ["'x' has one value only"]),
    "a matrix beyond memory": (TWO, ["-k", "2", "--memory", "0.000001"],
                               ["need 1156 bytes (1.2 kB)", "at most 1000 bytes",
                                "--method clara"]),
}


class Input(unittest.TestCase):
    def setUp(self):
        self.folder = Folder(self)

    def test_what_is_wrong_is_said_with_its_place(self):
        for name, (table, words, messages) in WRONG.items():
            with self.subTest(name):
                if table is None:
                    (self.folder.path / "t.csv").unlink(missing_ok=True)
                else:
                    self.folder.write("t.csv", table)
                status, out, err = self.folder.run("t.csv", "--clusters", "never.csv", *words)
                self.assertEqual((status, out), (2, ""), err)
                for message in messages:
                    self.assertIn(message, err)
                self.assertFalse((self.folder.path / "never.csv").exists())

    def test_costs_that_are_wrong(self):
        self.folder.write("t.csv", "m1,m2\na,b\nb,c\n")
        for costs, message in {"a,b,c\n0,1,2\n1,0,x\n2,1,0\n": "c.csv:3:5: error: cost 'x'",
                               "a,b,c\n0,1,2\n1,0,1\n": "2 rows of costs, 6 numbers in all",
                               "a,b,c\n0,1,2\n2,0,1\n2,1,0\n": "costs of 'b' and 'a'"}.items():
            self.folder.write("c.csv", costs)
            status, _, err = self.folder.run("t.csv", "--distance", "om", "--costs", "c.csv")
            self.assertEqual(status, 2)
            self.assertIn(message, err)

    def test_what_only_looks_strange_is_read(self):
        text = '\ufeff"måned 1";måned 2;måned 3;"id; ""x"""\r\n"full tid"; deltid ;"en ""pause""";1\r\n' \
               'full tid;"a;b";;"2\n2"\r\n\r\nfull tid;deltid;;3'
        self.folder.write("t.csv", text)
        words = ["--columns", "måned 1..måned 3", "--id", 'id; "x"', "-k", "2"]
        found = self.folder.results("t.csv", *words, files=["clusters"])
        self.assertEqual(found["states"], ["a;b", "deltid", 'en "pause"', "full tid"])
        self.assertEqual([r["id"] for r in found["clusters"]], ["1", "2\n2", "3"])
        self.assertEqual(found["sequences"], 3)
        self.assertEqual(self.folder.matrix("t.csv", *words[:4])[2], [1.0, 2.0, 0.0])

    def test_few_sequences(self):
        one = self.folder.write("one.csv", "m1,m2\na,b\n")
        for f in "matrix", "merges", "describe":
            self.assertEqual(self.folder.run(one, f"--{f}", "x.csv")[0], 0)
        same = self.folder.write("same.csv", "m1\na\na\na\n")
        self.assertEqual(self.folder.matrix(same), [[0.0] * 3] * 3)
        two = self.folder.results(self.folder.write("two.csv", TWO))
        self.assertEqual(two["chosen"]["k"], 2)
        self.assertEqual(self.folder.results("two.csv", "-k", 1)["sum_distance"], 2)

    def test_the_range_of_k_ends_below_the_number_of_sequences(self):
        table = self.folder.write("t.csv", "m1,m2\na,a\na,b\nb,b\nc,c\nb,c\n")
        self.assertEqual([q["k"] for q in self.folder.results(table)["quality"]], [2, 3, 4])

    def test_numbers_as_states_are_sorted_as_numbers(self):
        table = self.folder.write("t.csv", "m1\n10\n9\n2\n1\n")
        self.assertEqual(self.folder.results(table, "-k", 2)["states"], ["1", "2", "9", "10"])


if __name__ == "__main__":
    unittest.main()
