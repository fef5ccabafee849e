"""Holds what was read back against what was printed: for each measure the share of things that are in both (F1)."""

import collections


def plain(text):
    return "".join((text or "").split())


def things(dump):
    """measure → the things that a dump says, each hashable; text without white space."""
    found = collections.defaultdict(list)
    inside = collections.defaultdict(list)
    cases = []
    for block in dump["blocks"]:
        kind = block["kind"]
        number, case = block.get("number"), block.get("case")
        if kind == "heading":
            found["headings"].append((number, plain(block["title"]), block["level"]))
        elif kind == "case":
            cases.append(number)
            found["cases"].append((number, plain(block["title"])))
        elif kind == "paragraph":
            found["paragraphs"].append(plain(block["text"]))
            inside[case].append(plain(block["text"]))
            found["sections of paragraphs"].append((plain(block["section"]), plain(block["text"])))
        elif kind == "list":
            found["paragraphs"] += [plain(item["marker"] + item["text"]) for item in block["items"]]
        elif kind == "figure":
            found["figures"].append((number, plain(block["caption"])))
            inside[case].append(number)
        elif kind == "table":
            found["tables"].append((number, plain(block["caption"])))
            for name in block["columns"]:
                found["table columns"].append((number, plain(name)))
            for at, row in enumerate(block["rows"]):
                cells = [row["group"]] if isinstance(row, dict) else row
                found["table cells"] += [(number, at, column, plain(cell)) for column, cell in enumerate(cells)]
        elif kind == "source":
            found["sources"].append((plain(block["text"]), block["of"]))
    found["case extents"] = [(case, *inside[case]) for case in cases]
    return found


def compare(printed, read):
    """measure → (share, only printed, only read)."""
    wanted, got = things(printed), things(read)
    result = {}
    for measure in wanted:
        a, b = collections.Counter(wanted[measure]), collections.Counter(got[measure])
        both = sum((a & b).values())
        everything = sum(a.values()) + sum(b.values())
        result[measure] = (2 * both / everything if everything else 1.0, list((a - b).elements()), list((b - a).elements()))
    return result
