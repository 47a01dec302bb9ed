"""The same scenario and seed give the same bits for any number of threads, through the program,
from the run to the clusters; another seed gives others."""
import os
import pathlib
import subprocess
import tempfile
import unittest

import h5py
import numpy

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
SOURCE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])


def tiltak(*words):
    subprocess.run([BUILD / "tiltak", *map(str, words), "--quiet"], check=True)


def contents(path):
    found = {}
    with h5py.File(path) as file:
        file.visititems(lambda name, item: found.update({name: item[()]})
                        if isinstance(item, h5py.Dataset) else None)
    return found


class SameBits(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def run_scenario(self, name, *words):
        path = pathlib.Path(self.folder.name) / f"{name}.h5"
        scenario = SOURCE / "scenarios" / "baseline" / "norway.yaml"
        tiltak("run", scenario, "-o", path, "--scale", 0.02, *words)
        return path

    def assert_same(self, one, other):
        self.assertEqual(one.keys(), other.keys())
        for name, values in one.items():
            same = numpy.array_equal(values, other[name], equal_nan=values.dtype.kind == "f")
            self.assertTrue(same, name)

    def test_threads(self):
        one = self.run_scenario("one", "--threads", 1)
        tiltak("cluster", one, "--threads", 1)
        expected = contents(one)
        self.assertIn("worlds/policy/states", expected)
        self.assertIn("trajectories/membership", expected)
        for threads in (2, 3):
            path = self.run_scenario(f"threads{threads}", "--threads", threads)
            tiltak("cluster", path, "--threads", threads)
            self.assert_same(expected, contents(path))

    def test_coupled_worlds(self):
        scenario = pathlib.Path(self.folder.name) / "coupled.yaml"
        scenario.write_text("name: {nb: Koblet, en: Coupled}\nevaluation: {worlds: coupled}\n"
                            "output: {panel: none}\n")
        found = []
        for threads in (1, 3):
            path = pathlib.Path(self.folder.name) / f"coupled{threads}.h5"
            tiltak("run", scenario, "-o", path, "--scale", 0.01, "--threads", threads,
                   "--replications", 2)
            found.append(contents(path))
        self.assert_same(*found)
        net = found[0]["accounts/net_reg"]
        self.assertFalse(numpy.array_equal(net[0], net[1]), "replications are the same")

    def test_another_seed(self):
        one = contents(self.run_scenario("one"))
        other = contents(self.run_scenario("other", "--seed", 7))
        self.assertFalse(numpy.array_equal(one["worlds/policy/state_counts"],
                                           other["worlds/policy/state_counts"]))


if __name__ == "__main__":
    unittest.main(verbosity=2)
