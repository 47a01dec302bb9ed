"""What a mutant is: one operator, bound or sign of the model's core turned into another.

The list is a function of the sources and of a seed alone, so two people get the same one.
"""
import pathlib
import random
import re

FOLDERS = ("engine", "market", "measure", "state", "people")
# Files whose faults no test of the model's results could see: they only write what was worked out,
# or, as ranks, are compiled with MPI alone (bits_ranks looks at them).
LEFT_OUT = re.compile(r"(file_recorder\w*|account_writer|_check|graph|network|packed|ranks)"
                      r"\.[ch]pp$")

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
    (r"probability_of_hazard\((?!double)", "0.9 * probability_of_hazard(",
     "a probability off by a tenth"),
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
    """`count` of them, from every folder in proportion to what it has, by a fixed seed."""
    everything = all_mutants(root)
    luck = random.Random(seed)
    of_folder = {folder: [i for i, m in enumerate(everything) if m.file.split("/")[2] == folder]
                 for folder in FOLDERS}
    exact = {folder: count * len(all_of) / len(everything) for folder, all_of in of_folder.items()}
    quota = {folder: max(1, int(part)) for folder, part in exact.items()}
    for folder in sorted(FOLDERS, key=lambda f: quota[f] - exact[f])[:count - sum(quota.values())]:
        quota[folder] += 1
    picked = [i for folder in FOLDERS for i in luck.sample(of_folder[folder], quota[folder])]
    return [everything[i] for i in sorted(picked)]
