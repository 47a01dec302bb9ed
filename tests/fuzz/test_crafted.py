"""Inputs made to hurt, through the program itself: each ends soon, in little memory, with one
diagnostic that names the file and status 2, and never by a signal."""
import os
import pathlib
import resource
import subprocess
import tempfile
import unittest

import h5py
import numpy

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
SOURCE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])
SANITIZED = "-fsanitize" in os.environ.get("TILTAK_CXX_FLAGS", "")
SECONDS = 60  # of computing, each; a hang would take all of it
MEMORY = 2 << 30  # bytes of address space
NAME = "name: {nb: a, en: b}\n"


def limits():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    if not SANITIZED:  # a sanitizer reserves terabytes
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def tiltak(folder, *words):
    return subprocess.run([BUILD / "tiltak", *map(str, words)], cwd=folder, capture_output=True,
                          preexec_fn=limits, timeout=600, check=False)


def laughs():
    rows = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    rows += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 10)]
    return "\n".join(rows) + "\n"


SCENARIOS = {
    "billion laughs": laughs(),
    "nested as deep as a file may be long": "a: " + "[" * (8 << 20),
    "nested blocks": "".join(" " * i + "a:\n" for i in range(3000)),
    "larger than any double": NAME + "population: {scale: 1e309}",
    "nearly the largest double": NAME + "population: {scale: 1e308}",
    "minus zero persons": NAME + "population: {scale: -0.0}",
    "minus zero replications": NAME + "replications: -0",
    "not a number": NAME + "population: {scale: .nan}",
    "infinite": NAME + "budget: {response: .inf}",
    "an integer beyond 64 bits": NAME + "seed: 99999999999999999999999",
    "a key twice": NAME + "seed: 1\nseed: 2",
    "a key twice in quotes": NAME + 'seed: 1\n"seed": 2',
    "a key twice in a flow": "name: {nb: a, nb: b, en: c}",
    "UTF-16": NAME.encode("utf-16"),
    "invalid UTF-8": b"name: {nb: \xff\xfe, en: b}",
    "overlong UTF-8": b"name: {nb: \xc0\x80, en: b}",
    "half a surrogate": b"name: {nb: \xed\xa0\x80, en: b}",
    "a NUL": b"name: {nb: a\0b, en: b}",
    "a key of 8 MB": NAME + "x" * ((8 << 20) - 100) + ": 1",
    "extends itself": "extends: hostile.yaml\n" + NAME,
    "two documents": NAME + "---\nseed: 2",
    "a merge key": "x: &x {seed: 1}\n<<: *x",
    "a tag": NAME + "seed: !!python/object/apply:os.system [ls]",
    "nothing": "",
    "a list": "- 1\n- 2",
    "a population that is a device": NAME + "population: {file: /dev/zero}",
    "a cycle that is a folder": NAME + "cycle: {kind: file, file: /}",
}
WELL = {
    "byte order mark": b"\xef\xbb\xbf" + NAME.encode(),
    "carriage returns": NAME.replace("\n", "\r\n"),
    "both and no end of line": b"\xef\xbb\xbfname:\r\n  nb: a\r\n  en: b",
}
PERSONS = "id,birth,sex,origin,education\n"
PERSON_FILES = {
    "no header": "1,1980-03,woman,norway,compulsory\n",
    "a NUL": PERSONS + "1,1980-03\0,woman,norway,compulsory\n",
    "invalid UTF-8": PERSONS.encode() + b"1,1980-03,\xff\xfe,norway,compulsory\n",
    "a column twice": "id,id,birth,sex,origin,education\n1,1,1980-03,woman,norway,compulsory\n",
    "an id twice": PERSONS + "1,1980-03,woman,norway,compulsory\n" * 2,
    "a quote that never ends": PERSONS + '"1,1980-03,woman,norway,compulsory\n' * 9,
    "a month of year 1e308": PERSONS + "1,1e308-03,woman,norway,compulsory\n",
    "one row of 30 MB": PERSONS + "x" * (30 << 20) + "\n",
    "a header of 30 MB": "x" * (30 << 20) + ",id\n1,2\n",
    "a cell of 30 MB": PERSONS + "1," + "1" * (30 << 20) + ",woman,norway,compulsory\n",
    "a million commas": PERSONS + "," * 1_000_000 + "\n",
    "200,000 wrong rows": PERSONS + "x,y,z,u,v\n" * 200_000,
    "nothing but a header": PERSONS,
    "nothing": "",
}
MONEY_FILES = {
    "nothing": "",
    "comments alone": "# money\n",
    "no money": "year,nok\n",
    "a year twice": "year,nok\n2014,1\n2014,2\n",
    "years backwards": "year,nok\n2015,1\n2014,2\n",
    "1e308 kroner": "year,nok\n2014,1e308\n",
    "beyond any double": "year,nok\n2014,1e400\n",
    "not a number": "year,nok\n2014,nan\n",
    "less than nothing": "year,nok\n2014,-1\n",
    "a year beyond 64 bits": "year,nok\n99999999999999999999,1\n",
    "a column twice": "year,nok,nok\n2014,1,2\n",
    "an open quote": 'year,nok\n2014,"1\n',
    "semicolons": "year;nok\n2014;1\n",
    "mistakes without end": "year,nok\n" + "x,y\n" * 300_000,
    "one line without end": "year,nok\n" + "1" * (7 << 20),
    "invalid UTF-8": b"year,nok\n2014,\xff\n",
    "a NUL": b"year,nok\n2014,1\0\n",
}

SEQUENCES = {
    "nothing": "",
    "a header alone": "m1,m2\n",
    "rows of other lengths": "m1,m2\n" + "A\n" * 100_000,
    "a quote that never ends": 'm1,m2\n"A,B\n',
    "invalid UTF-8": b"m1,m2\n\xff\xfe,A\nB\n",
    "300 states": "m1,m2\n" + "".join(f"s{i},s{i}\n" for i in range(300)),
    "a hole": "m1,m2,m3\nA,,B\nA,A,A\nB,B,B\n",
    "one row of 30 MB": "m1,m2\n" + "x" * (30 << 20) + "\n",
}


class Crafted(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def assert_refused(self, done, name):
        said = done.stderr.decode()  # what is said is UTF-8 whatever was read
        self.assertEqual(done.returncode, 2, said[-2000:])
        self.assertIn(name, said)
        self.assertIn("error: ", said)
        self.assertLess(len(said), 200_000, "errors without end")

    def test_scenarios(self):
        for case, content in SCENARIOS.items():
            with self.subTest(case):
                self.write("hostile.yaml", content)
                self.assert_refused(tiltak(self.folder, "check", "hostile.yaml"), "hostile.yaml")

    def test_scenarios_that_are_well(self):
        for case, content in WELL.items():
            with self.subTest(case):
                self.write("well.yaml", content)
                done = tiltak(self.folder, "check", "well.yaml")
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_larger_than_a_scenario_may_be(self):
        with open(self.folder / "hostile.yaml", "wb") as file:
            file.write(b"a: ")
            file.truncate(1 << 30)  # 10^9 bytes of nothing, and of brackets where a disk allows
        self.assert_refused(tiltak(self.folder, "check", "hostile.yaml"), "hostile.yaml")

    def test_persons(self):
        self.write("mine.yaml", NAME + "population: {file: hostile.csv, burn_in_months: 0}\n")
        for case, content in PERSON_FILES.items():
            with self.subTest(case):
                self.write("hostile.csv", content)
                self.assert_refused(tiltak(self.folder, "check", "mine.yaml"), "hostile.csv")

    def test_money_by_year(self):
        budget = "budget: {rule: path, file: %s}\n"
        self.write("mine.yaml", NAME + budget % "hostile.csv")
        for case, content in MONEY_FILES.items():
            with self.subTest(case):
                self.write("hostile.csv", content)
                self.assert_refused(tiltak(self.folder, "check", "mine.yaml"), "hostile.csv")
        os.mkfifo(self.folder / "pipe.csv")
        for name in ("/dev/zero", "pipe.csv", "nowhere.csv", "."):
            with self.subTest(name):
                self.write("mine.yaml", NAME + budget % name)
                self.assert_refused(tiltak(self.folder, "check", "mine.yaml"), name)

    def test_sequences(self):
        for case, content in SEQUENCES.items():
            with self.subTest(case):
                self.write("hostile.csv", content)
                done = tiltak(self.folder, "cluster", "--csv", "hostile.csv", "--quiet")
                self.assert_refused(done, "hostile.csv")


class Results(unittest.TestCase):
    """Files that are HDF5, but not as the program writes them."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        (cls.folder / "mine.yaml").write_text(NAME + "horizon: {months: 12}\n"
                                              "evaluation: {worlds: policy}\n"
                                              "population: {burn_in_months: 1}\n")
        subprocess.run([BUILD / "tiltak", "run", cls.folder / "mine.yaml", "-o",
                        cls.folder / "whole.h5", "--scale", "0.0005", "--quiet"], check=True)
        cls.whole = (cls.folder / "whole.h5").read_bytes()

    def assert_refused(self, name="hostile.h5"):
        for words in (("export", name, "--csv", "tables"), ("report", name, "-o", "page.html"),
                      ("cluster", name)):
            done = tiltak(self.folder, *words)
            said = done.stderr.decode()
            self.assertEqual(done.returncode, 2, f"{words}: {said}")
            self.assertIn(name, said)
            self.assertEqual(len([row for row in said.splitlines() if "error: " in row]), 1, said)
            self.assertFalse((self.folder / "page.html").exists())

    def test_the_whole_file_is_read(self):
        self.assertEqual(tiltak(self.folder, "export", "whole.h5", "--csv", "tables").returncode, 0)

    def test_cut_short(self):
        for part in (0, 1, 8, 96, 1000, len(self.whole) // 2, len(self.whole) - 1):
            with self.subTest(bytes=part):
                (self.folder / "hostile.h5").write_bytes(self.whole[:part])
                self.assert_refused()

    def test_no_files(self):
        os.mkfifo(self.folder / "pipe.h5")
        self.assert_refused("pipe.h5")
        self.assert_refused("/dev/zero")
        self.assert_refused("nowhere.h5")
        self.assert_refused(".")

    def test_wrong_bits(self):
        """Wherever bits are wrong, the end is a result or one diagnostic; never a signal."""
        random = numpy.random.Generator(numpy.random.PCG64(2014))
        refused = 0
        for _ in range(40):
            bytes_ = bytearray(self.whole)
            for at in random.integers(0, min(len(bytes_), 60_000), size=12):
                bytes_[at] ^= 1 << int(random.integers(8))
            (self.folder / "bits.h5").write_bytes(bytes_)
            done = tiltak(self.folder, "export", "bits.h5", "--csv", "tables", "--quiet")
            self.assertIn(done.returncode, (0, 2), done.stderr)
            refused += done.returncode == 2
        self.assertGreater(refused, 10)

    def changed(self, change):
        (self.folder / "hostile.h5").write_bytes(self.whole)
        with h5py.File(self.folder / "hostile.h5", "r+") as file:
            change(file)
        self.assert_refused()

    def test_four_gib_declared_and_nothing_stored(self):
        def replace(file, **how):
            del file["persons/sex"]
            file.create_dataset("persons/sex", dtype="u1", shape=(4 << 30,), **how)
        self.changed(lambda file: replace(file))
        self.changed(lambda file: replace(file, chunks=(1 << 20,), compression="gzip"))
        self.changed(lambda file: replace(file, chunks=((4 << 30) - 1,)))

    def test_other_shapes_and_types(self):
        def replace(file, values):
            del file["persons/sex"]
            file["persons/sex"] = values
        for values in (numpy.zeros(3, "u1"), numpy.zeros((3, 3), "u1"), numpy.float64(1),
                       numpy.full(10, numpy.nan), "text", numpy.zeros(0, "u1")):
            with self.subTest(values=values):
                self.changed(lambda file: replace(file, values))

    def test_links_that_lead_elsewhere(self):
        def soft(file):
            del file["persons/sex"]
            file["persons/sex"] = h5py.SoftLink("/persons/sex")
        def outside(file):
            del file["persons/sex"]
            file["persons/sex"] = h5py.ExternalLink("/etc/passwd", "/x")
        self.changed(soft)
        self.changed(outside)

    def test_another_format_version(self):
        self.changed(lambda file: file.attrs.modify("tiltak_format_version",
                                                    numpy.array([99, 0], "i4")))
        self.changed(lambda file: file.attrs.__delitem__("tiltak_format"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
