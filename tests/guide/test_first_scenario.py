"""A newcomer's way: the scenario and the commands of the README and of kom-i-gang, as they stand
there, from an empty folder beside the scenarios to report and comparison; on fewer persons."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])
BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
# On so few persons no level is found that makes the scenarios equal within 0.1 %.
QUICKER = {"compare": ["--equal", "as_given", "--phases", "1", "--why", "0"]}


class FirstScenario(unittest.TestCase):
    def walk(self, page, name, report, language):
        text = (SOURCE / page).read_text(encoding="utf-8")
        scenario = re.search(r"^```yaml\n(.*?)^```", text, re.M | re.S).group(1)
        self.assertIn("scale: 2 %", scenario)
        commands = re.findall(r"^build/release/tiltak ([^#\n]*)", text, re.M)
        self.assertEqual([line.split()[0] for line in commands],
                         ["check", "run", "cluster", "report", "compare"])
        with tempfile.TemporaryDirectory() as folder:
            here = pathlib.Path(folder)
            (here / "scenarios").symlink_to(SOURCE / "scenarios")
            smaller = scenario.replace("scale: 2 %", "scale: 0.4 %")
            (here / name).write_text(smaller, encoding="utf-8")
            for line in commands:
                words = line.split()
                subprocess.run([BUILD / "tiltak", *words, *QUICKER.get(words[0], [])], cwd=here,
                               check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            page = (here / report).read_text(encoding="utf-8")
            self.assertIn(f'<html lang="{language}">', page)
            self.assertIn('id="accounts"', page)  # what the appropriation gave
            compared = next(here.glob(f"*/report-{language}.html")).read_text(encoding="utf-8")
            self.assertIn('id="pair-1-gains"', compared)  # and for whom

    def test_in_english(self):
        self.walk("README.md", "mine.yaml", "mine.html", "en")

    def test_in_norwegian(self):
        self.walk("docs/guide/kom-i-gang.md", "min.yaml", "min.html", "nb")


if __name__ == "__main__":
    unittest.main(verbosity=2)
