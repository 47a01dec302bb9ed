"""The C++ sources of a checkout as the rules see them: their folders, includes and bare code."""

import fnmatch
import functools
import pathlib
import posixpath
import re

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)

# Comments, texts and characters, each in one alternative, so that `//` in a text is no comment.
# An apostrophe after a digit parts the digits of a number.
NOT_CODE = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"([^\s()\\]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"
        |(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])'""", re.DOTALL | re.VERBOSE)


def matches(path, patterns):
    """Whether a path from the root fits one of the patterns; `*` also crosses folders."""
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def without_comments_and_texts(text):
    """The same lines with everything that is not code blanked out."""
    return NOT_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


class Sources:
    """The .hpp and .cpp files under sim/ and analysis/ of the checkout at `root`."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        found = [f for top in ("sim", "analysis") for f in (self.root / top).rglob("*.[hc]pp")]
        self.paths = sorted(f.relative_to(self.root).as_posix() for f in found)

    @functools.cache
    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    @functools.cache
    def code(self, path):
        return without_comments_and_texts(self.text(path))

    @functools.cache
    def includes(self, path):
        """(line, name, path or None): every #include of a file and the file of ours it names."""
        text = self.text(path)
        return [(line_of(text, found.start()), found[2], self.resolve(path, *found.groups()))
                for found in INCLUDE.finditer(text)]

    def resolve(self, path, bracket, name):
        """The path of an included file of ours; a header that is made at build time has a .in."""
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
        candidates = [beside] if bracket == '"' else []
        candidates += [f"sim/{name}", f"analysis/{name}"]
        for candidate in candidates:
            if any((self.root / (candidate + end)).is_file() for end in ("", ".in")):
                return candidate
        return None

    @functools.cache
    def reach(self, pattern):
        """Headers called `pattern`* ("store/reader"), and all they include, directly or not."""
        todo = [p for p in self.paths if matches(p, [f"*/tiltak/{pattern}*.hpp"])]
        seen = set()
        while todo:
            path = todo.pop()
            if path not in seen:
                seen.add(path)
                todo += [p for _, _, p in self.includes(path) if p in self.paths]
        return seen


def folder_of(path):
    """"market" of sim/tiltak/market/x.cpp, "cli" of sim/cli/main.cpp; None directly below a top."""
    parts = path.split("/")
    parts = parts[2:] if parts[1] == "tiltak" else parts[1:]
    return parts[0] if len(parts) > 1 else None
