#!/usr/bin/env python3
"""Holds the code of generator/ against the rules that a compiler does not know.

ARCHITECTURE.md draws the rooms and which way their includes may point; CONTRIBUTING.md says what no file does. What is broken is
printed with file and line. The last line is `N passed, N failed`, one for each file and room.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GENERATOR = ROOT / "generator"

# A room may include rooms behind it in this list. `main.cpp` and `pipeline` stand alone, outside of folders.
ORDER = ["main", "serve", "pipeline", "command", "import", "publish", "render", "index", "link", "structure", "read", "model", "chinese", "base"]

# What another room may include of a room. Rooms that are a set of tools or types show all of their headers.
DOORS = {
    "serve": {"serve/serve.h"},
    "pipeline": {"pipeline.h"},
    "publish": {"publish/publish.h"},
    "render": {"render/render.h"},
    "index": {"index/site_plan.h", "index/search/search.h"},
    "link": {"link/link.h", "link/suggestions.h"},
    "structure": {"structure/structure.h"},
    "read": {"read/read.h"},
    "import": {"import/import.h"},
}

# Folders inside a room that know less than their room does.
NARROWER = {"render/template": {"base"}}

MOST_LINES = 600

# pattern, who may do it all the same, what is said
FORBIDDEN = [
    (r"\bstd::w?regex|<regex>", set(), "std::regex overflows the stack on long input"),
    (r"\bstd::(cout|cerr|clog)\b|<iostream>|\b(v?f?printf|f?puts|putchar|perror)\s*\(|\bfmt::print\b|\bfwrite\s*\(",
     {"main.cpp"}, "a room never prints"),
    (r"\b(std::)?(_?exit|abort|quick_exit|terminate)\s*\(", {"main.cpp"}, "a room never ends the program"),
    (r"<filesystem>|\bstd::filesystem\b|<fstream>|\bstd::[io]?fstream\b|\b(std::)?f(re)?open\s*\(|<fcntl\.h>|<sys/stat\.h>|<dirent\.h>",
     {"base/files.cpp"}, "only base/files.cpp touches the disk"),
    (r"\b(class|struct|namespace)\s+\w*(Manager|Helper|Utils?|Common)\b", set(), "a name that says nothing"),
]

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
LITERAL = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])\'')
RAW_LITERAL = re.compile(r'R"([^(\s]{0,16})\(.*?\)\1"', re.DOTALL)
BLOCK_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def blanked(match):
    """What was matched as white space, so that lines keep their numbers."""
    return re.sub(r"[^\n]", " ", match.group())


def code_lines(text):
    """The lines without comments and without what stands in quotes."""
    text = BLOCK_COMMENT.sub(blanked, RAW_LITERAL.sub(blanked, text))
    return [LITERAL.sub('""', line).split("//")[0] for line in text.split("\n")]


def room_of(path):
    """The room of a path below generator/: its first folder, or the name of a file outside of all folders."""
    return path.split("/")[0] if "/" in path else path.split(".")[0]


def include_faults(name, lines):
    own = room_of(name)
    folder = name.rsplit("/", 1)[0]
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        target = match.group(1)
        room = room_of(target)
        if not (GENERATOR / target).is_file():
            yield number, f"{target} is not a file of generator/: includes are written from its root"
        elif folder in NARROWER and not target.startswith(folder + "/") and room not in NARROWER[folder]:
            yield number, f"{folder} may include only {', '.join(sorted(NARROWER[folder]))}, not {target}"
        elif room == own:
            continue
        elif ORDER.index(room) < ORDER.index(own):
            yield number, f"{own} may not include {target}: {room} stands before it"
        elif room in DOORS and target not in DOORS[room]:
            yield number, f"{target} is not a door of {room}"


def file_faults(path):
    name = path.relative_to(GENERATOR).as_posix()
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    if room_of(name) not in ORDER:
        yield 1, f"{room_of(name)} is not a room"
        return
    yield from include_faults(name, lines)
    if len(lines) - 1 > MOST_LINES:
        yield MOST_LINES, f"more than {MOST_LINES} lines"
    if path.suffix == ".h" and "#pragma once" not in lines:
        yield 1, "a header without #pragma once"
    if path.suffix == ".h" and not text.startswith("//"):
        yield 1, "a header without a comment that says what it is for"
    for number, line in enumerate(code_lines(text), 1):
        for pattern, allowed, why in FORBIDDEN:
            if name not in allowed and re.search(pattern, line):
                yield number, why


def check_files():
    """For each source file: its path below the project, its faults."""
    for path in sorted([*GENERATOR.rglob("*.h"), *GENERATOR.rglob("*.cpp")]):
        yield path.relative_to(ROOT).as_posix(), list(file_faults(path))


def check_linking():
    """CMake gives a room the libraries of rooms behind it, and of all that it includes."""
    for cmake in sorted(GENERATOR.glob("*/CMakeLists.txt")):
        room = cmake.parent.name
        uses = re.search(r"\bUSES\b([^)]*?)(?:\bLIBRARIES\b|\))", cmake.read_text(encoding="utf-8"))
        linked = set(uses.group(1).split()) if uses else set()
        included = {
            room_of(match.group(1))
            for path in [*cmake.parent.rglob("*.h"), *cmake.parent.rglob("*.cpp")]
            for match in map(INCLUDE.match, path.read_text(encoding="utf-8").split("\n")) if match
        } - {room}
        faults = [(1, f"{room} links {other}, which stands before it")
                  for other in sorted(linked) if ORDER.index(other) <= ORDER.index(room)]
        faults += [(1, f"{room} includes {other} and does not link it") for other in sorted(included - linked)]
        yield cmake.relative_to(ROOT).as_posix(), faults


def check_architecture():
    """The table of rooms in ARCHITECTURE.md names every folder with code in it, none besides, in the order of the rooms."""
    named = {}
    inside = False
    for number, line in enumerate((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("\n"), 1):
        inside = line == "## The rooms" or (inside and not line.startswith("## "))
        match = re.match(r"\| `([a-z_./]+)` \|", line)
        if inside and match:
            named[match.group(1)] = number
    there = {path.parent.relative_to(GENERATOR).as_posix() for path in GENERATOR.rglob("*.cpp")} - {"."}
    there |= {path.name for path in GENERATOR.glob("*.cpp")}
    faults = [(1, f"the table of rooms does not name generator/{room}") for room in sorted(there - named.keys())]
    faults += [(named[room], f"generator/{room} is not there") for room in sorted(named.keys() - there)]
    rooms = list(dict.fromkeys(name.split("/")[0].removesuffix(".cpp") for name in named))
    if not faults and rooms != ORDER:
        faults.append((min(named.values()), "the rooms stand in another order: " + " ".join(ORDER)))
    yield "ARCHITECTURE.md", faults


def check_problem_kinds():
    """The ids of problems are ROOM/name (or FOLDER/name of a folder in a room), and each stands for one thing."""
    owners = {}
    for path in sorted(GENERATOR.rglob("*.h")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT).as_posix()
        faults = []
        for match in re.finditer(r"ProblemKind\s+\w+\s*\{\s*\"([^\"]*)\"", text):
            line = text.count("\n", 0, match.start()) + 1
            identifier = match.group(1)
            folders = path.relative_to(GENERATOR).parts[:-1]
            if not re.fullmatch(rf"({'|'.join(folders)})/[a-z0-9]+(-[a-z0-9]+)*", identifier):
                faults.append((line, f"a problem of {'/'.join(folders)} has the id {identifier}"))
            if identifier in owners:
                faults.append((line, f"{identifier} is the id of a problem in {owners[identifier]} already"))
            owners[identifier] = name
        if "ProblemKind" in text:
            yield name + " (problem ids)", faults


def main():
    passed = failed = 0
    for check in (check_files, check_linking, check_architecture, check_problem_kinds):
        for name, faults in check():
            for line, what in faults:
                print(f"{name.split(' ')[0]}:{line}: {what}")
            passed, failed = (passed, failed + 1) if faults else (passed + 1, failed)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
