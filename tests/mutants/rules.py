"""What a mutant is: one operator, bound or sign of the model's core turned into another.

The list is a function of the sources and of a seed alone, so two people get the same one.
"""
import pathlib
import random
import re

FOLDERS = ("engine", "market", "measure", "state", "people")
# Files whose faults no test of the model's results could see: they only write what was worked out.
LEFT_OUT = re.compile(r"(file_recorder|account_writer|_check|graph|network|packed)\.[ch]pp$")

# What is looked for, what it becomes, and what it is called. Blanks around an operator tell it from
# a template's bracket, a pointer and a sign.
RULES = [
    (r"(?<=\S) \+ (?=\S)", " - ", "+ to -"),
    (r"(?<=\S) - (?=\S)", " + ", "- to +"),
    (r"(?<=\S) \* (?=[\w(])", " / ", "* to /"),
    (r"(?<=[\w)\]]) / (?=[\w(])", " * ", "/ to *"),
    (r"(?<=\S) < (?=\S)", " <= ", "< to <="),
    (r"(?<=\S) <= (?=\S)", " < ", "<= to <"),
    (r"(?<=\S) > (?=\S)", " >= ", "> to >="),
    (r"(?<=\S) >= (?=\S)", " > ", ">= to >"),
    (r"(?<=\S) == (?=\S)", " != ", "== to !="),
    (r"(?<=\S) != (?=\S)", " == ", "!= to =="),
    (r"(?<=\S) && (?=\S)", " || ", "&& to ||"),
    (r"(?<=\S) \+= (?=\S)", " -= ", "+= to -="),
    (r"(?<=\S) -= (?=\S)", " += ", "-= to +="),
    (r"std::min\(", "std::max(", "min to max"),
    (r"std::max\((?!\d)", "std::min(", "max to min"),
    (r"exact::exp\(", "exact::exp(-", "sign of an exponent"),
    (r"probability_of_hazard\((?!double)", "0.9 * probability_of_hazard(", "a probability off by a tenth"),
]
# Lines that are not arithmetic of the model.
NOT_CODE = re.compile(r"^\s*(//|#|using |template|static_assert|throw |\*)|operator|->|reserve\(|"
                      r"diagnostic|fmt::|std::string|_error\(|\"")


class Mutant:
    def __init__(self, file, line, rule, before, after):
        self.file, self.line, self.rule = file, line, rule
        self.before, self.after = before, after

    @property
    def name(self):
        return f"{self.file}:{self.line}: {self.rule}"


def all_mutants(root):
    """Every mutant there could be, in the order of files, lines and rules."""
    found = []
    for folder in FOLDERS:
        for path in sorted((pathlib.Path(root) / "sim/tiltak" / folder).glob("*.cpp")):
            if LEFT_OUT.search(path.name):
                continue
            name = str(path.relative_to(root))
            for number, row in enumerate(path.read_text().splitlines(), 1):
                code = row.split("//")[0]
                if NOT_CODE.search(row):
                    continue
                for pattern, becomes, rule in RULES:
                    for match in re.finditer(pattern, code):
                        after = row[:match.start()] + becomes + row[match.end():]
                        found.append(Mutant(name, number, rule, row, after))
    return found


def chosen(root, count, seed=2014):
    """`count` of them, spread over the folders in proportion to what each has, by a fixed seed."""
    everything = all_mutants(root)
    picked = random.Random(seed).sample(range(len(everything)), min(count, len(everything)))
    return [everything[i] for i in sorted(picked)]
