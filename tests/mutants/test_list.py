"""The list of mutants is the same twice, long enough, and each is a change of one line."""
import os
import unittest

from rules import FOLDERS, all_mutants, chosen

ROOT = os.environ["TILTAK_SOURCE_DIR"]


class List(unittest.TestCase):
    def test_it_is_long_and_the_same_twice(self):
        self.assertGreater(len(all_mutants(ROOT)), 400)
        one, other = chosen(ROOT, 80), chosen(ROOT, 80)
        self.assertEqual([m.name for m in one], [m.name for m in other])
        self.assertEqual(len(one), 80)
        self.assertEqual({m.file.split("/")[2] for m in one}, set(FOLDERS))

    def test_each_changes_its_line(self):
        for mutant in chosen(ROOT, 80):
            self.assertNotEqual(mutant.before, mutant.after)
            with open(os.path.join(ROOT, mutant.file), encoding="utf-8") as file:
                self.assertEqual(file.read().splitlines()[mutant.line - 1], mutant.before)


if __name__ == "__main__":
    unittest.main(verbosity=2)
