"""What the documents point to exists: files, and headings within them."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
MADE = ("build", "out", "node_modules")
DOCUMENTS = [path for path in ROOT.rglob("*.md") if path.relative_to(ROOT).parts[0] not in MADE]
LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)")


def headings(document):
    """The names that a page's headings have in links, as on the sites that show Markdown."""
    lines = re.findall(r"^#+ +(.*)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


class Documents(unittest.TestCase):
    def setUp(self):
        self.links = [(document, target, heading) for document in DOCUMENTS
                      for target, heading in LINK.findall(document.read_text(encoding="utf-8"))
                      if "://" not in target]
        self.assertGreater(len(self.links), 50)

    def test_links_within_the_repository_lead_somewhere(self):
        dead = [f"{document.relative_to(ROOT)}: {target}" for document, target, _ in self.links
                if not (document.parent / target).exists()]
        self.assertEqual(dead, [])

    def test_links_to_headings_lead_to_one(self):
        dead = [f"{document.relative_to(ROOT)}: {target}#{heading}"
                for document, target, heading in self.links if heading
                and heading not in headings(document.parent / target if target else document)]
        self.assertEqual(dead, [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
