"""The rules of house.toml, each a function that yields violations as "path:line: what".

Run by hand it prints the violations of this checkout; with --long-lines the rows that the list of
long lines would need.
"""

import pathlib
import re
import sys
import tomllib

from sources import Sources, folder_of, line_of, matches

HOUSE = tomllib.loads((pathlib.Path(__file__).with_name("house.toml")).read_text(encoding="utf-8"))


def arrows(sources):
    """Every #include goes along an arrow."""
    table = HOUSE["arrows"]
    for path in sources.paths:
        source = folder_of(path)
        if source not in table:
            yield f"{path}:1: its folder is not among the arrows of house.toml"
            continue
        for line, name, target in sources.includes(path):
            if target is None:
                if name.startswith("tiltak/"):
                    yield f"{path}:{line}: there is no <{name}>"
                continue
            folder = folder_of(target)
            reached = (a[:-1] for a in table[source] if a.endswith("+"))
            if folder == source or folder in table[source]:
                continue
            if not any(target in sources.reach(pattern) for pattern in reached):
                yield f"{path}:{line}: {source} may not include {folder} ({name})"


def cycles(sources):
    """No folder and no header includes itself by way of others."""
    yield from cycles_of("folders", graph(sources, folder_of))
    yield from cycles_of("headers", graph(sources, lambda path: path))


def graph(sources, node_of):
    edges = {}
    for path in sources.paths:
        for _, _, target in sources.includes(path):
            if target and node_of(target) != node_of(path):
                edges.setdefault(node_of(path), set()).add(node_of(target))
    return edges


def cycles_of(what, edges):
    done = set()

    def visit(node, way):
        if node in way:
            yield f"{what} include one another: " + " -> ".join([*way[way.index(node):], node])
        elif node not in done:
            for target in sorted(edges.get(node, ())):
                yield from visit(target, [*way, node])
            done.add(node)

    for node in sorted(edges, key=str):
        yield from visit(node, [])


def seams(sources):
    """Other people's headers are included only where house.toml says."""
    for path in sources.paths:
        for line, name, target in sources.includes(path):
            for header, where in HOUSE["seams"].items():
                if target is None and matches(name, [header]) and not matches(path, where):
                    yield f"{path}:{line}: only {', '.join(where)} may include <{name}>"


def forbidden(sources):
    """What may not be written is not written."""
    for rule in HOUSE["forbidden"]:
        pattern = re.compile(rule["pattern"], re.MULTILINE)
        for path in sources.paths:
            if not matches(path, rule["in"]) or matches(path, rule.get("except", [])):
                continue
            code = sources.code(path)
            for found in pattern.finditer(code):
                yield (f"{path}:{line_of(code, found.start())}: {rule['name']}: "
                       f"'{found[0]}'; {rule['instead']}")


UNORDERED = re.compile(r"\bunordered_(?:multi)?(?:map|set)\s*<[^;{}()]*>\s*&?\s*(\w+)")


def unordered_iteration(sources):
    """Nothing goes through an unordered container: its order is the library's, not ours."""
    for path in sources.paths:
        code = sources.code(path)
        header = path.removesuffix(".cpp") + ".hpp"
        declared = code if header == path or header not in sources.paths else (
            code + sources.code(header))
        for name in sorted(set(UNORDERED.findall(declared))):
            walk = rf"for\s*\([^;()]*:\s*[\w.>-]*\b{name}\s*\)|\b{name}\s*(?:\.|->)\s*c?begin\s*\("
            for found in re.finditer(walk, code):
                yield f"{path}:{line_of(code, found.start())}: goes through unordered '{name}'"


def measured(root):
    """(path, its lines) of every file whose size has a rule."""
    for top in ("sim", "analysis", "tests", "bench"):
        for file in sorted((pathlib.Path(root) / top).rglob("*.[hcp][py]*")):
            path = file.relative_to(root).as_posix()
            if matches(path, HOUSE["sizes"]["of"]) and "/node_modules/" not in path:
                yield path, file.read_text(encoding="utf-8").splitlines()


def sizes(sources):
    """Files and lines keep to their sizes."""
    rule = HOUSE["sizes"]
    for path, lines in measured(sources.root):
        if len(lines) > rule["lines"]:
            yield f"{path}:{len(lines)}: longer than {rule['lines']} lines"
        long = [n for n, line in enumerate(lines, 1) if len(line) > rule["columns"]]
        allowed = rule["long_lines"].get(path, 0)
        if len(long) > allowed:
            yield from (f"{path}:{n}: longer than {rule['columns']} columns" for n in long)
        elif len(long) < allowed:
            yield f"{path}:1: has {len(long)} long lines; shorten its row in house.toml ({allowed})"


ALL = (arrows, cycles, seams, forbidden, unordered_iteration, sizes)


def violations(root):
    """Everything that is wrong in the checkout at `root`."""
    sources = Sources(root)
    return [violation for rule in ALL for violation in rule(sources)]


def long_lines(root):
    """The rows of [sizes.long_lines] as they would have to be."""
    for path, lines in measured(root):
        count = sum(len(line) > HOUSE["sizes"]["columns"] for line in lines)
        if count:
            yield f'"{path}" = {count}'


if __name__ == "__main__":
    checkout = pathlib.Path(__file__).resolve().parents[2]
    wanted = long_lines if "--long-lines" in sys.argv[1:] else violations
    print(*wanted(checkout), sep="\n")
