"""What the tests of the format share: the rule behind the small file, skipping with a reason."""

import importlib
import sys

PERSONS, MONTHS = 5000, 72
STATES = ["full_time", "part_time", "measure", "unemployed", "other", "reduced_capacity",
          "outside_population"]


def code_of(person, month):
    """As in small_file.cpp; works on arrays too."""
    return (person * 5 + (month + person % 11) // 9) % 7


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def need(module):
    try:
        return importlib.import_module(module)
    except ImportError:
        return skip(f"no Python module {module}")


def expected_states(numpy):
    person, month = numpy.ogrid[:PERSONS, :MONTHS]
    return code_of(person, month).astype("uint8")
