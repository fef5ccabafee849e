#!/usr/bin/env python3
"""Five real documents as a portal.

    run.py BINARY

Builds ../shared/corpus with the sidecar front matter in content/, and checks: the build has no error; every line that is not blank stands
in exactly one block; all text is found on the document's pages or, where no page shows it, in its cleaning record; the scores against the hand-made
truths reach their marks. The corpus is not part of the project: without it the test is skipped with a notice.
"""
import csv
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
shared = here.parents[2] / "shared"

# (truth, measure) → the least it must reach.
MARKS = {
    "001": {
        "lines accounted for": 1.0, "lines in one block only": 1.0, "sections": 0.99, "section levels": 0.99,
        "paragraph counts of sections": 0.97, "cases": 0.99, "case extents": 0.97, "case paragraphs": 0.97, "figures": 0.99,
        "figures in their case": 0.99, "tables": 0.99, "table columns": 0.99, "table cells": 0.99, "table rows whole": 0.97,
        "table sources": 0.99, "references": 0.97, "data sources": 0.97, "noise lines": 0.99,
    },
    "facts-001": {"facts": 0.95, "fact names (of those found)": 0.85, "fact years (of those found)": 0.95},
    "003": {"lines accounted for": 1.0, "lines in one block only": 1.0, "documents": 1.0, "bylines": 1.0,
            "headings in documents": 0.95, "paragraphs joined": 0.95},
}
# Blocks whose text no page shows but the cleaning record: furniture, doubles, and a contents list, which the pages have of their own.
RECORDED = {"noise", "repeat", "contents"}

results = []


def check(name, failures):
    results.append(not failures)
    print(("ok    " if not failures else "FAIL  ") + name)
    for failure in failures[:10]:
        print("        " + failure)
    if len(failures) > 10:
        print(f"        … and {len(failures) - 10} more")


def letters(text):
    """What counts when texts are compared: letters, digits and Han, not spaces and marks."""
    return "".join(re.findall(r"\w", text))


def page_text(page):
    source = page.read_text(encoding="utf-8")
    body = re.sub(r"<(head|script|style)\b.*?</\1>", " ", source, flags=re.S)
    return letters(html.unescape(re.sub(r"<[^>]*>", " ", body)))


def record_table(path):
    """(first line, last line, letters of the text) of each row of a record.csv that is about lines."""
    if not path.exists():
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [(int(row[0]), int(row[1]), letters(row[-1])) for row in rows if row[0]]


def lines_of(block):
    return [n for first, last in block["lines"] for n in range(first, last + 1)]


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    if not (shared / "corpus").is_dir():
        print("skipped: the corpus is not here")
        print("0 passed, 0 failed")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        content, site = pathlib.Path(folder, "content"), pathlib.Path(folder, "site")
        shutil.copytree(here / "content", content)
        files = {path.name[:3]: path for path in sorted((shared / "corpus").glob("*.txt"))}
        for number, path in files.items():
            target = content / ("reports" if number in ("001", "004") else "articles")
            shutil.copy(path, target / path.name)
        build = subprocess.run([binary, "build", "--lang", "en", content, "-o", site], capture_output=True, text=True)
        check("the portal builds", [] if build.returncode == 0 else build.stderr.splitlines())
        for number, path in files.items():
            check_document(binary, number, path, site)
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


def check_document(binary, number, path, site):
    dump = pathlib.Path(tempfile.mkstemp(suffix=".json")[1])
    run = subprocess.run([binary, "inspect", "--json", path], capture_output=True)
    dump.write_bytes(run.stdout)
    blocks = json.loads(run.stdout)["blocks"]
    source = path.read_text(encoding="utf-8").split("\n")

    owners = {}
    for block in blocks:
        for line in lines_of(block):
            owners.setdefault(line, []).append(block)
    filled = [n for n, text in enumerate(source, 1) if text.strip()]
    check(f"{number}: every line in exactly one block",
          [f"line {n} stands in {len(owners.get(n, []))} blocks" for n in filled if len(owners.get(n, [])) != 1])

    pages = {"001": "reports/hngy-2023", "004": "reports/hnhg-2024"}.get(number)
    shown = [page for page in (sorted((site / pages).glob("[0-9]*.html")) if pages else
                               (site / "articles").glob(f"{path.stem.lower()}.html"))]
    text = "".join(page_text(page) for page in shown)
    folder = site / (pages or f"articles/{path.stem.lower()}")
    record = page_text(folder / "record.html") if (folder / "record.html").exists() else ""
    table = record_table(folder / "record.csv")
    missing, unrecorded = [], []
    for n in filled:
        block = owners.get(n, [{"kind": "noise"}])[0]
        if block["kind"] in RECORDED:
            if letters(source[n - 1]) not in record or not any(first <= n <= last and letters(source[n - 1]) in text for first, last, text in table):
                unrecorded.append(f"line {n} ({block['kind']}): {source[n - 1]}")
            continue
        if block["kind"] == "front-matter":
            continue
        line = re.sub(r"<[^>]*>", " ", html.unescape(source[n - 1]))
        parts = line.split() if block["kind"] == "table" or number == "002" else [line]
        missing += [f"line {n} ({block['kind']}): {part}" for part in parts if letters(part) not in text]
    check(f"{number}: all text is on its pages", missing if shown else ["no page was made"])
    check(f"{number}: what no page shows stands in the cleaning record", unrecorded)

    if number == "002":
        check_article(binary, path, blocks, shown)
    for truth, name, mark in [(truth, *mark) for truth in (number, f"facts-{number}") for mark in MARKS.get(truth, {}).items()]:
        truth = shared / "truth" / f"{truth}.json"
        score = subprocess.run([sys.executable, shared / "score" / "score.py", dump, truth, path], capture_output=True, text=True)
        row = next((row for row in score.stdout.splitlines() if row.split("  ")[1:2] == [name] or f"  {name}  (" in row), "0.0 missing")
        check(f"{number}: {name} ≥ {mark}: {row.split()[0]}", [] if float(row.split()[0]) >= mark else [row])
    dump.unlink()
    check_contradictions(number, run.stderr.decode("utf-8"))


def check_contradictions(number, told):
    """Those that are sure and said of one name are told, each with both of its lines; those that are rounding are not."""
    truth = shared / "truth" / f"contradictions-{number}.json"
    if not truth.is_file():
        return
    pairs = [{int(line) for line in re.findall(r"(?:^[^\s:]+:|line |第 )(\d+)", row)}
             for row in told.splitlines() if "structure/contradiction" in row]
    places = lambda case: {p["line"] for p in [case["a"], case["b"], *case.get("also", [])]}
    cases = json.loads(truth.read_text(encoding="utf-8"))["contradictions"]
    sure = [case for case in cases if case["sure"]]
    missing = [case["quantity"] for case in sure if not any(pair <= places(case) for pair in pairs)]
    check(f"{number}: at least 7 of {len(sure)} sure contradictions are told", missing if len(sure) - len(missing) < 7 else [])
    known = [places(case) for case in cases if case["kind"] != "rounding"]
    check(f"{number}: no other contradictions are told", [str(sorted(pair)) for pair in pairs if not any(pair <= lines for lines in known)])


def check_article(binary, path, blocks, pages):
    """An article that was taken off a website: what its front matter, its paragraphs and its picture became."""
    truth = json.loads((shared / "truth" / "002.json").read_text(encoding="utf-8"))
    of = lambda kind: [b for b in blocks if b["kind"] == kind]
    figures, image = of("figure"), truth["images"][0]
    document = truth["documents"][0]
    wrong = [f"{kind}: {len(of(kind))}, not {n}" for kind, n in
             (("paragraph", document["paragraphs"]), ("figure", 1), ("byline", 1), ("credit", 1)) if len(of(kind)) != n]
    if not wrong:
        for name, found, true in (("byline", of("byline")[0]["text"], document["byline"]),
                                  ("source", of("credit")[0]["text"], document["source_credit"]),
                                  ("picture", figures[0]["image"], image["url"]),
                                  ("caption", figures[0]["caption"], image["caption"]),
                                  ("first words", of("paragraph")[0]["text"][:8], document["first"]),
                                  ("last words", of("paragraph")[-1]["text"][-8:], document["last"])):
            if letters(found) != letters(true):
                wrong.append(f"{name}: {found}, not {true}")
    check("002: seven paragraphs, a byline, a source, a picture with its caption", wrong)

    said = subprocess.run([binary, "inspect", "--json", "--lang", "en", path], capture_output=True, text=True).stderr
    check("002: every key of the front matter is understood", said.splitlines())
    page = pages[0].read_text(encoding="utf-8") if pages else ""
    check("002: the date of the front matter is on the page", [] if document["date_iso"][:10] in page else [document["date_iso"]])
    check("002: no picture is loaded from elsewhere", re.findall(r'<(?:img|source)[^>]*src(?:set)?="https?://[^"]*', page))


if __name__ == "__main__":
    sys.exit(main())
