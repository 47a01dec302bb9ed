"""What the documents show, the program takes: scenarios in full are without mistake, and every
command and option that a document names is one of the program's."""

import functools
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["TILTAK_SOURCE_DIR"])
PROGRAM = pathlib.Path(os.environ["TILTAK_BUILD_DIR"]) / "tiltak"
DOCUMENTS = [SOURCE / "README.md", *(SOURCE / "docs").rglob("*.md")]
CODE = re.compile(r"^ *```\w*\n(.*?)^ *```|`([^`\n]+)`|^ {4}(\S[^\n]*)$", re.M | re.S)
COMMAND = re.compile(r"(?:^|[\s/])tiltak ([a-z]+)\b([^\n|;&]*)", re.M)


def code_of(document):
    text = document.read_text(encoding="utf-8")
    found = "\n".join("".join(part or "" for part in parts) for parts in CODE.findall(text))
    return re.sub(r" *\\\n *", " ", found)


@functools.cache
def options_of(command):
    """The options of a command by its help; none if there is no such command."""
    done = subprocess.run([PROGRAM, command, "--help"], capture_output=True, text=True)
    return set(re.findall(r"--[a-z][a-z-]+", done.stdout)) if done.returncode == 0 else None


class Examples(unittest.TestCase):
    def test_commands_and_options_exist(self):
        seen = 0
        for document in DOCUMENTS:
            for command, rest in COMMAND.findall(code_of(document)):
                seen += 1
                options = options_of(command)
                where = f"{document.relative_to(SOURCE)}: tiltak {command}{rest}"
                self.assertIsNotNone(options, where)
                for option in re.findall(r"(?<!\S)--[a-z][a-z-]+", rest.split("#")[0]):
                    self.assertIn(option, options, where)
        self.assertGreater(seen, 50)

    def test_scenarios_are_without_mistake(self):
        seen = 0
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "scenarios").symlink_to(SOURCE / "scenarios")
            for document in DOCUMENTS:
                text = document.read_text(encoding="utf-8")
                for scenario in re.findall(r"^```yaml\n(.*?)^```", text, re.M | re.S):
                    if "extends: scenarios/" not in scenario:
                        continue
                    seen += 1
                    (folder / "shown.yaml").write_text(scenario, encoding="utf-8")
                    done = subprocess.run([PROGRAM, "check", folder / "shown.yaml"],
                                          capture_output=True, text=True)
                    self.assertEqual(done.returncode, 0, f"{document}\n{scenario}\n{done.stderr}")
        self.assertGreaterEqual(seen, 3)


if __name__ == "__main__":
    unittest.main(verbosity=2)
