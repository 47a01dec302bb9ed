"""What the documents point to exists."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")


class Documents(unittest.TestCase):
    def test_links_within_the_repository_lead_somewhere(self):
        links = [(document, target) for document in DOCUMENTS
                 for target, _ in LINK.findall(document.read_text(encoding="utf-8"))]
        self.assertGreater(len(links), 5)
        dead = [f"{document.relative_to(ROOT)}: {target}" for document, target in links
                if "://" not in target and not (document.parent / target).exists()]
        self.assertEqual(dead, [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
