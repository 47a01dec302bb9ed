"""The sources of this checkout keep the rules of house.toml."""

import pathlib
import unittest

import rules
from sources import Sources

SOURCE = pathlib.Path(__file__).resolve().parents[2]


class House(unittest.TestCase):
    def test_there_are_sources_to_look_at(self):
        self.assertGreater(len(Sources(SOURCE).paths), 20)

    def test_each_rule_is_kept(self):
        for rule in rules.ALL:
            with self.subTest(rule.__doc__):
                found = list(rule(Sources(SOURCE)))
                if found:
                    self.fail("\n".join([f"{len(found)} times:", *found]))

    def test_exceptions_name_files_that_exist(self):
        for path in rules.HOUSE["sizes"]["long_lines"]:
            self.assertTrue((SOURCE / path).is_file(), path)


if __name__ == "__main__":
    unittest.main(verbosity=2)
