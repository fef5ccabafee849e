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
        "lines accounted for": 1.0, "lines in one block only": 1.0, "sections": 0.99, "section levels": 0.99, "cases": 0.99,
        "figures": 0.99, "tables": 0.99, "case extents": 0.8, "references": 0.9, "data sources": 0.95,
    },
    "003": {"lines accounted for": 1.0, "lines in one block only": 1.0, "documents": 1.0},
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

    truth = shared / "truth" / f"{number}.json"
    for name, mark in MARKS.get(number, {}).items():
        score = subprocess.run([sys.executable, shared / "score" / "score.py", dump, truth, path], capture_output=True, text=True)
        row = next((row for row in score.stdout.splitlines() if row.split("  ")[1:2] == [name] or f"  {name}  (" in row), "0.0 missing")
        check(f"{number}: {name} ≥ {mark}: {row.split()[0]}", [] if float(row.split()[0]) >= mark else [row])
    dump.unlink()


if __name__ == "__main__":
    sys.exit(main())
