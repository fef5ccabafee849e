#!/usr/bin/env python3
"""Run the examples of tests/spec against a reportal binary.

    run.py BINARY [FILE.md …] [--accept]

An example is a ```text fence (```markdown, ```html: a source of that format) with a source, followed by an ```expected fence with what was understood of it, one line a block
(`facts` behind the format: only the facts, and the problems told of them):

    document KIND TITLE — SCHOOL, YEAR   only where the first fence is ```text document
    LINES KIND …            LINES are physical lines: 3, 3-7, 3-7,12
    1 heading 2 [1.1] 党建引领       level, [number], title
    3-5 paragraph @1.1 #1-1: …      section, case, joined text; (byline) behind the kind where it has a role
    3 title …                        of an article or of a piece
    6 case [1-1] … · 7 figure #1-1 [1-1] … · 8-12 table [1-1] …
      | columns · - a row · = a group row · > the source under a table
    13 source of 表 1-1: … · 14 noise (why): … · 15-17 repeat of 1-3 · 1-9 contents
    reference 4 （见表 1-1） → 表 1-1 · piece 1-9 title — byline, date
    fact 4 馆藏图书 = 1620000 册 (2023, at least, 3 years, case 1-1)   year, and where it is so: exactness, years added up (0: all so far), case
    problem 9: text

--accept writes what comes out into the files, to be read before it is committed. Ends with "N passed, N failed".
"""
import difflib
import json
import os
import re
import subprocess
import sys
import tempfile

EXAMPLE = re.compile(r"^```(text|markdown|html)( facts| document)?\n(.*?)^```\n(\s*)^```expected\n(.*?)^```$", re.M | re.S)
TOLD = re.compile(r"^[^\s:]+:(\d+): \w+: (.*) \[structure/contradiction\]$", re.M)
ROLES = {"byline", "credit", "dateline", "caption"}  # paragraphs that are no running text
ENDINGS = {"text": ".txt", "markdown": ".md", "html": ".html"}


def lines_of(block):
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in block["lines"])


def describe(block):
    """A block as lines of the notation."""
    kind = block["kind"]
    where = f" #{block['case']}" if block.get("case") else ""
    number = f" [{block['number']}]" if block.get("number") else ""
    if kind == "heading":
        return [f"heading {block['level']}{number} {block['title']}"]
    if kind == "title":
        return [f"title {block['title']}"]
    if kind == "case":
        return [f"case{number} {block['title']}"]
    if kind == "figure":
        image = f" <{block['image']}>" if block.get("image") else ""
        return [f"figure{where}{number} {block['caption']}{image}"]
    if kind == "table":
        out = [f"table{where}{number} {block['caption']}"]
        if block["columns"]:
            out.append("  | " + " | ".join(block["columns"]))
        for row in block["rows"]:
            out.append("  = " + row["group"] if isinstance(row, dict) else "  - " + " | ".join(row))
        if block.get("source"):
            out.append("  > " + block["source"])
        return out
    if kind == "source":
        return [f"source of {block.get('of') or 'nothing'}: {block['text']}"]
    if kind == "noise":
        return [f"noise ({block['why']}): {block['text']}"]
    if kind == "repeat":
        return ["repeat of {}-{}".format(*block["of"])]
    role = f" ({kind})" if kind in ROLES else ""
    section = f" @{block['section']}" if block.get("section") else ""
    if kind in ROLES:
        kind = "paragraph"
    if kind in ("paragraph", "list", "quote", "code"):
        return [f"{kind}{role}{section}{where}: {block['text']}"]
    return [kind]


def notation(dump, of_document):
    out = [f"document {dump['kind']} {dump['title']} — {dump['school'] or ''}, {dump['year'] or ''}"] if of_document else []
    for block in dump["blocks"]:
        head, *rest = describe(block)
        out += [f"{lines_of(block)} {head}", *rest]
    out += [f"reference {r['line']} {r['text']} → {r['target']}" for r in dump.get("references", [])]
    pieces = dump.get("documents", [])
    if len(pieces) > 1:
        out += [f"piece {p['line']}-{p['last_line']} {p['title']} — {p['byline'] or ''}{', ' + p['date'] if p['date'] else ''}" for p in pieces]
    return "".join(line + "\n" for line in out)


def facts_notation(dump, told):
    out = []
    for fact in dump["facts"]:
        notes = [str(fact["year"] or "no year")]
        if fact["exactness"] != "exact":
            notes.append(fact["exactness"])
        if fact["years"] != 1:
            notes.append(f"{fact['years']} years")
        if fact["case"]:
            notes.append(f"case {fact['case']}")
        out.append(f"fact {fact['line']} {fact['name']} = {fact['value']:.15g} {fact['unit']} ({', '.join(notes)})\n".replace("  ", " "))
    return "".join(out + [f"problem {line}: {text}\n" for line, text in TOLD.findall(told)])


def understood(binary, source, ending, aspect):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "example" + ending)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(source)
        run = subprocess.run([binary, "inspect", "--lang", "en", "--json", path], capture_output=True, timeout=20)
    if run.returncode != 0:
        return f"exit code {run.returncode}\n{run.stderr.decode('utf-8', 'replace')}"
    dump = json.loads(run.stdout)
    return facts_notation(dump, run.stderr.decode("utf-8")) if aspect == " facts" else notation(dump, aspect == " document")


def main(arguments):
    accept = "--accept" in arguments
    arguments = [a for a in arguments if a != "--accept"]
    if not arguments:
        sys.exit(__doc__)
    binary, *files = arguments
    folder = os.path.dirname(os.path.abspath(__file__))
    files = files or sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".md"))
    passed = failed = 0
    for path in files:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()

        def check(match):
            nonlocal passed, failed
            language, aspect, source, between, expected = match.groups()
            found = understood(binary, source, ENDINGS[language], aspect)
            if found == expected:
                passed += 1
            else:
                failed += 1
                line = text.count("\n", 0, match.start()) + 1
                print(f"{os.path.basename(path)}:{line}: understood otherwise")
                sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), found.splitlines(True), "expected", "found", n=1))
            return f"```{language}{aspect or ''}\n{source}```\n{between}```expected\n{found}```"

        renewed = EXAMPLE.sub(check, text)
        if accept and renewed != text:
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(renewed)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed and not accept else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
