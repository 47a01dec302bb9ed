"""The manual pages and bash's completion know what the program knows."""

import gzip
import os
import pathlib
import re
import shutil
import subprocess
import unittest

BUILD = pathlib.Path(os.environ["TILTAK_BUILD_DIR"])
SOURCE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])
PROGRAM = BUILD / "tiltak"


def commands():
    """The names in the program's table of commands, as the source has them."""
    table = (SOURCE / "sim/cli/command.cpp").read_text()
    return re.findall(r'^\s*\{"([a-z]+)",', table, re.MULTILINE)


def completions(*words):
    """What bash offers for the last of the words."""
    script = """source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
                _tiltak; printf '%s\\n' "${COMPREPLY[@]}" """
    done = subprocess.run(["bash", "-c", script, "bash", SOURCE / "sim/cli/completion.bash",
                           PROGRAM, *words], text=True, capture_output=True, check=True)
    return done.stdout.split()


class Completion(unittest.TestCase):
    def test_the_first_word_completes_to_the_commands(self):
        self.assertEqual(completions(""), commands())

    def test_options_complete_to_those_of_help(self):
        self.assertEqual(completions("--"), ["--help", "--version"])
        for command in commands():
            self.assertIn("--help", completions(command, "-"))

    def test_what_is_neither_is_left_to_files(self):
        self.assertEqual(completions("no_such_command", "some/fi"), [])


@unittest.skipUnless(shutil.which("help2man"), "help2man was not there to write the pages")
class Manual(unittest.TestCase):
    def test_there_is_a_page_for_the_program_and_for_each_command(self):
        pages = sorted(p.name for p in (BUILD / "man").iterdir())
        wanted = ["tiltak.1.gz"] + [f"tiltak-{command}.1.gz" for command in commands()]
        self.assertEqual(pages, sorted(wanted))

    def test_each_page_has_its_own_name_and_a_summary(self):
        for page in (BUILD / "man").iterdir():
            name = page.name.removesuffix(".1.gz")
            text = gzip.open(page, "rt").read()
            self.assertRegex(text, rf"\.SH NAME\n{name} \\- \w")


if __name__ == "__main__":
    unittest.main(verbosity=2)
