"""Each rule of house.toml sees a violation planted in a copy of the sources, and only that."""

import pathlib
import shutil
import tempfile
import unittest

import rules

SOURCE = pathlib.Path(__file__).resolve().parents[2]

# rule, file to plant into (made when it does not exist), text, part of what the rule must say
PLANTED = [
    ("arrow against its direction", "sim/tiltak/core/zz.hpp",
     "#include <tiltak/state/readout.hpp>", "core may not include state"),
    ("analysis that sees the simulation", "analysis/tiltak/sequence/zz.cpp",
     "#include <tiltak/state/readout.hpp>", "sequence may not include state"),
    ("simulation that sees the analysis", "sim/tiltak/engine/zz.cpp",
     "#include <tiltak/sequence/sequences.hpp>", "engine may not include sequence"),
    ("include in quotes", "sim/tiltak/core/zz.cpp",
     '#include "../state/readout.hpp"', "core may not include state"),
    ("scenario that sees more of the engine than the plan", "sim/tiltak/scenario/zz.cpp",
     "#include <tiltak/state/readout.hpp>", "scenario may not include state"),
    ("library that sees the program", "sim/tiltak/engine/zz.cpp",
     '#include "../../cli/command.hpp"', "engine may not include cli"),
    ("folder nobody knows", "sim/tiltak/zz/zz.cpp", "", "not among the arrows"),
    ("header that does not exist", "sim/tiltak/core/zz.cpp",
     "#include <tiltak/core/no_such.hpp>", "there is no <tiltak/core/no_such.hpp>"),
    ("TBB elsewhere", "sim/tiltak/engine/zz.cpp", "#include <oneapi/tbb/task_arena.h>",
     "may include <oneapi/tbb/task_arena.h>"),
    ("TBB by its old name", "analysis/tiltak/sequence/zz.cpp", "#include <tbb/blocked_range.h>",
     "may include <tbb/blocked_range.h>"),
    ("HDF5 elsewhere", "analysis/tiltak/report/zz.cpp", "#include <hdf5.h>", "<hdf5.h>"),
    ("YAML elsewhere", "sim/tiltak/measure/zz.cpp", "#include <yaml-cpp/yaml.h>", "<yaml-cpp"),
    ("Boost elsewhere", "sim/tiltak/engine/zz.cpp", "#include <boost/graph/graph_traits.hpp>",
     "<boost/graph/graph_traits.hpp>"),
    ("Boost in a header", "sim/tiltak/measure/zz.hpp", "#include <boost/container/vector.hpp>",
     "<boost/container/vector.hpp>"),
    ("Eigen in the engine", "sim/tiltak/engine/zz.cpp", "#include <Eigen/Dense>", "<Eigen/Dense>"),
    ("vectors in a header", "analysis/tiltak/sequence/zz.hpp", "#include <hwy/highway.h>", "<hwy/"),
    ("random device", "sim/tiltak/people/zz.cpp", "std::random_device d;", "without a key"),
    ("rand", "analysis/tiltak/sequence/zz.cpp", "int x = rand();", "without a key"),
    ("distribution", "sim/tiltak/market/zz.cpp", "std::normal_distribution<> d;", "without a key"),
    ("clock", "sim/tiltak/engine/zz.cpp", "auto t = time(nullptr);", "the time of day"),
    ("clock in C++", "analysis/tiltak/report/zz.cpp",
     "auto t = std::chrono::system_clock::now();", "the time of day"),
    ("reduction in any order", "analysis/tiltak/sequence/zz.cpp",
     "auto s = tbb::parallel_reduce(r, f);", "in an order of chance"),
    ("std::exp", "sim/tiltak/state/zz.cpp", "double y = std::exp(x);", "of the C library"),
    ("exp of C", "sim/tiltak/market/zz.cpp", "double y = 2*exp(x);", "of the C library"),
    ("std::pow", "sim/tiltak/people/zz.hpp", "double y = std::pow(x, 2);", "of the C library"),
    ("log1p", "sim/tiltak/measure/zz.cpp", "double y = std::log1p(x);", "of the C library"),
    ("namespace opened in a header", "sim/tiltak/core/zz.hpp", "using namespace std;", "opened"),
    ("library that prints", "sim/tiltak/engine/zz.cpp", "std::cout << 1;", "that prints"),
    ("walk through an unordered map", "sim/tiltak/engine/zz.cpp",
     "std::unordered_map<int, std::pair<int, int>> seen;\nfor (const auto& [k, v] : seen) f(k);",
     "zz.cpp:2: goes through unordered 'seen'"),
    ("iterator of an unordered set", "analysis/tiltak/sequence/zz.cpp",
     "std::unordered_set<int> seen;\nauto first = seen.begin();", "goes through unordered 'seen'"),
    ("long file", "sim/tiltak/core/zz.cpp", "\n" * 301, "longer than 300 lines"),
    ("long line", "sim/tiltak/core/zz.cpp", "// " + "x" * 98, "zz.cpp:1: longer than 100 columns"),
    ("long line in a test", "tests/unit/zz.cpp", "// " + "x" * 98, "longer than 100 columns"),
]

# Enough of the sources to plant into; all of them would take longer and show no more.
COPIED = ("sim/tiltak/core", "sim/tiltak/state/job_registration.hpp",
          "sim/tiltak/state/readout.hpp", "analysis/tiltak/sequence/sequences.hpp",
          "sim/cli/command.hpp", "sim/cli/command.cpp", "tests/unit/core")

# What looks like a violation and is none.
INNOCENT = [
    ("comment", "sim/tiltak/state/zz.cpp", "// not std::exp(x), and rand() never\n/* time(0) */"),
    ("text", "sim/tiltak/state/zz.cpp", 'auto t = "std::exp(x) // rand()"; auto u = R"(time(0))";'),
    ("exact functions", "sim/tiltak/state/zz.cpp", "double y = exact::exp(x) + exact::log(x);"),
    ("member of the same name", "sim/tiltak/engine/zz.cpp", "clock.time(); p->log(); a.exp(1);"),
    ("function of the same name", "sim/tiltak/store/zz.hpp", "void time(Month first, int months);"),
    ("name that ends so", "sim/tiltak/engine/zz.cpp", "run_time(3); my_log(2); grand(1);"),
    ("look-up in an unordered map", "sim/tiltak/engine/zz.cpp",
     "std::unordered_map<int, int> seen;\nauto it = seen.find(3);\nfor (int k : keys) f(seen, k);"),
    ("arrow in its direction", "sim/tiltak/engine/zz.cpp", "#include <tiltak/state/readout.hpp>"),
    ("line of a hundred", "sim/tiltak/core/zz.cpp", "// " + "ø" * 97),
]


class Bite(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.root = pathlib.Path(cls.temporary.name)
        for part in COPIED:
            (cls.root / part).parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (SOURCE / part).is_dir() else shutil.copy
            copy(SOURCE / part, cls.root / part)
        cls.before = set(rules.violations(cls.root))

    def after(self, path, text):
        """New violations once `text` stands in the file; the file is gone again afterwards."""
        file = self.root / path
        self.assertFalse(file.exists(), f"{path} is for planting")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n", encoding="utf-8")
        try:
            return set(rules.violations(self.root)) - self.before
        finally:
            file.unlink()
            if not any(file.parent.iterdir()):
                file.parent.rmdir()

    def test_each_planted_violation_is_seen_and_nothing_else(self):
        for what, path, text, says in PLANTED:
            with self.subTest(what):
                found = self.after(path, text)
                self.assertEqual(len(found), 1, found)
                self.assertIn(path, min(found))
                self.assertIn(says, min(found))

    def test_what_is_allowed_is_not_reported(self):
        for what, path, text in INNOCENT:
            with self.subTest(what):
                self.assertEqual(self.after(path, text), set())

    def test_a_cycle_between_folders_is_seen(self):
        people = self.root / "sim/tiltak/people"
        people.mkdir()
        self.addCleanup(shutil.rmtree, people)
        (people / "zz.hpp").write_text("#include <tiltak/state/yy.hpp>\n")
        (people / "yy.hpp").write_text("\n")
        found = self.after("sim/tiltak/state/yy.hpp", "#include <tiltak/people/yy.hpp>")
        self.assertEqual(found, {"folders include one another: people -> state -> people"})

    def test_a_cycle_between_headers_is_seen(self):
        (self.root / "sim/tiltak/core/yy.hpp").write_text("#include <tiltak/core/zz.hpp>\n")
        self.addCleanup((self.root / "sim/tiltak/core/yy.hpp").unlink)
        found = self.after("sim/tiltak/core/zz.hpp", "#include <tiltak/core/yy.hpp>")
        self.assertTrue(any("headers include one another" in f for f in found), found)

    def test_a_row_of_the_list_of_exceptions_that_is_no_longer_needed_is_seen(self):
        rows = rules.HOUSE["sizes"]["long_lines"]
        path = "sim/tiltak/core/money.hpp"
        needed = rows.get(path, 0)
        rows[path] = needed + 1
        self.addCleanup(rows.__setitem__, path, needed)
        found = set(rules.violations(self.root)) - self.before
        self.assertEqual(found, {f"{path}:1: has {needed} long lines; "
                                 f"shorten its row in house.toml ({needed + 1})"})


if __name__ == "__main__":
    unittest.main(verbosity=2)
