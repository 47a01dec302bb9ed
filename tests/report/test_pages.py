"""Pages and tables of the synthetic results file: parsed as a reader without a browser would."""

import csv
import html.parser
import os
import pathlib
import re
import unittest

PAGES = pathlib.Path(os.environ["TILTAK_BUILD_DIR"]) / "tests/report/pages"
VOID = {"meta", "link", "br", "hr", "img", "input"}
SECTIONS = ["headline", "accounts", "costs", "trajectories", "clusters", "groups", "population",
            "budget", "market", "fit", "assumptions", "changes", "provenance"]


class Page(html.parser.HTMLParser):
    """Elements in order, each with its tag, attributes and text; all must be closed in order."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path, self.open, self.elements = path, [], []
        self.source = path.read_text(encoding="utf-8")
        self.feed(self.source)
        self.close()
        assert not self.open, f"{path}: left open: {[e['tag'] for e in self.open]}"

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), f"{self.path}: attribute twice in {tag}"
        element = {"tag": tag, "at": dict(attrs), "text": "", "children": []}
        if self.open:
            self.open[-1]["children"].append(element)
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        is_open = self.open and self.open[-1]["tag"] == tag
        assert is_open, f"{self.path}: </{tag}> at {self.getpos()}"
        self.open.pop()

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def all(self, *tags):
        return [e for e in self.elements if e["tag"] in tags]


def inside(element, tag):
    found = [c for c in element["children"] if c["tag"] == tag]
    for child in element["children"]:
        found += inside(child, tag)
    return found


def rows_of_page(table):
    return [[cell["text"] for cell in inside(row, "th") + inside(row, "td")]
            for row in inside(table, "tr")]


def rows_of_csv(path, language):
    text = path.read_bytes()
    if language == "nb":
        assert text.startswith(b"\xef\xbb\xbf"), f"{path} has no byte order mark"
    text = text.decode("utf-8-sig")
    assert text.count("\n") == text.count("\r\n"), path
    separator = ";" if language == "nb" else ","
    return list(csv.reader(text.splitlines(keepends=True), delimiter=separator))


def plain(text, language):
    """A number of the page as CSV writes it; other texts as they are."""
    number = text.replace("\N{NO-BREAK SPACE}", "") if language == "nb" else text.replace(",", "")
    number = number.replace("\N{MINUS SIGN}", "-")
    return number if re.fullmatch(r"-?[\d.,]+", number) else text


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pages = {name: Page(PAGES / f"{name}.html")
                     for name in ("nb", "en", "nb.plain", "en.plain")}

    def each(self):
        for name, page in self.pages.items():
            with self.subTest(name):
                yield name[:2], page

    def test_language_title_and_size(self):
        for language, page in self.each():
            self.assertEqual(page.all("html")[0]["at"]["lang"], language)
            self.assertEqual(len(page.all("h1")), 1)
            self.assertTrue(page.all("title")[0]["text"])
            self.assertLess(len(page.source.encode()), 2_000_000)

    def test_all_sections_in_order(self):
        for _, page in self.each():
            self.assertEqual([s["at"]["id"] for s in page.all("section")], SECTIONS)

    def test_ids_are_unique_and_references_lead_somewhere(self):
        for _, page in self.each():
            ids = [e["at"]["id"] for e in page.elements if "id" in e["at"]]
            self.assertEqual(len(ids), len(set(ids)))
            for element in page.elements:
                at = element["at"]
                links = [at["href"][1:]] if at.get("href", "").startswith("#") else []
                links += at.get("aria-labelledby", "").split() + at.get("data-chart", "").split()
                for link in links:
                    self.assertIn(link, ids)

    def test_nothing_is_fetched_and_no_handler_is_inline(self):
        for _, page in self.each():
            for element in page.elements:
                for name, value in element["at"].items():
                    self.assertFalse(name.startswith("on"), element)
                    self.assertNotIn(name, ("src", "srcset", "style"))
                    if name == "href":
                        self.assertTrue(value.startswith("#"), value)

    def test_scripts_are_ours_alone(self):
        for name, page in self.pages.items():
            running = [s for s in page.all("script") if s["at"].get("type") != "application/json"]
            has_charts = not name.endswith("plain") and page.all("div") and any(
                "data-chart" in e["at"] for e in page.elements)
            self.assertEqual(len(running), 1 if has_charts else 0, name)

    def test_headings_leave_out_no_level(self):
        for _, page in self.each():
            levels = [int(e["tag"][1]) for e in page.all("h1", "h2", "h3", "h4")]
            for before, after in zip(levels, levels[1:]):
                self.assertLessEqual(after, before + 1)

    def test_every_figure_has_its_sentence_and_its_table(self):
        for _, page in self.each():
            figures = page.all("figure")
            self.assertGreater(len(figures), 9)
            for figure in figures:
                findings = [p for p in inside(figure, "p") if p["at"].get("class") == "finding"]
                self.assertEqual(len(findings), 1)
                self.assertGreater(len(findings[0]["text"]), 30)
                tables = inside(figure, "table")
                self.assertEqual(len(tables), 1)
                self.assertGreater(len(inside(tables[0], "tr")), 1)

    def test_tables_have_captions_and_heads_and_even_rows(self):
        for _, page in self.each():
            for table in page.all("table"):
                self.assertEqual(len(inside(table, "caption")), 1)
                rows = rows_of_page(table)
                self.assertEqual({len(row) for row in rows}, {len(rows[0])}, table["at"])
                for row in inside(table, "tr"):
                    self.assertEqual(row["children"][0]["tag"], "th")

    def test_languages_say_the_same_in_their_own_words(self):
        nb, en = (self.pages[name] for name in ("nb.plain", "en.plain"))
        self.assertEqual([e["tag"] for e in nb.elements], [e["tag"] for e in en.elements])
        same = [a["text"] for a, b in zip(nb.all("h2", "h3"), en.all("h2", "h3"))
                if a["text"] == b["text"]]
        self.assertEqual(same, [])

    def test_no_place_in_a_sentence_is_left_unfilled(self):
        for _, page in self.each():
            for element in page.all("p", "h2", "h3", "caption", "th", "dt", "dd"):
                self.assertNotRegex(element["text"], r"[{}]|\bnan\b|\binf\b")

    def test_small_numbers_are_hidden_and_the_reader_is_told(self):
        for _, page in self.each():
            self.assertIn(":", [cell["text"] for cell in page.all("td")])
            self.assertTrue([p for p in page.all("p") if "“:”" in p["text"] or "«:»" in p["text"]])

    def test_csv_files_hold_what_the_page_shows(self):
        for language in ("nb", "en"):
            page = self.pages[language]
            tables = {t["at"]["id"]: t for t in page.all("table")}
            files = {f.stem: f for f in (PAGES / language).glob("*.csv")}
            self.assertEqual(set(files), set(tables))
            for name, table in tables.items():
                shown, written = rows_of_page(table), rows_of_csv(files[name], language)
                self.assertEqual(len(shown), len(written))
                if len(shown[0]) != len(written[0]):
                    continue  # intervals take two columns
                for of_page, of_csv in zip(shown[1:], written[1:]):
                    for cell, value in zip(of_page, of_csv):
                        expected = "" if cell == "–" else plain(cell, language)
                        self.assertIn(value, (expected, "'" + expected), name)


if __name__ == "__main__":
    unittest.main(verbosity=2)
