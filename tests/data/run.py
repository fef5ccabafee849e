#!/usr/bin/env python3
"""What machines read of a built portal: data/, linked data, feeds.

    run.py BINARY

Builds content/ and holds against their standards: data/datapackage.json (Data Package v2) with every CSV (RFC 4180) and JSON it names, the
JSON-LD of each page (schema.org), the Atom feeds (RFC 4287) and the JSON feed. Every address in data/ leads to a page, and its fragment to an id
on it. Ends with `N passed, N failed`.
"""
import csv
import datetime
import html
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

root = pathlib.Path(__file__).resolve().parents[2]
results = []


def check(name, failures):
    results.append(not failures)
    print(("ok    " if not failures else "FAIL  ") + name)
    for failure in failures[:10]:
        print("        " + str(failure))


# Types of the Table Schema that the portal uses, and what their values look like in CSV.
TYPES = {
    "string": r".*", "integer": r"-?\d+", "number": r"-?\d+(\.\d+)?(e[+-]?\d+)?", "year": r"\d{4}", "date": r"\d{4}-\d\d-\d\d",
}
RESOURCE_NAME = re.compile(r"[a-z0-9._/-]+")


def check_package(data):
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    wrong = []
    if package.get("$schema") != "https://datapackage.org/profiles/2.0/datapackage.json":
        wrong.append("$schema")
    if not package.get("resources"):
        wrong.append("no resources")
    for licence in package.get("licenses", []):
        if not ("name" in licence or "path" in licence):
            wrong.append("a licence needs a name or a path")
    names = [resource.get("name", "") for resource in package["resources"]]
    wrong += [f"name {name}" for name in names if not RESOURCE_NAME.fullmatch(name)]
    if len(set(names)) != len(names):
        wrong.append("two resources of one name")
    listed = {resource["path"] for resource in package["resources"]} | {p["path"][:-4] + ".json" for p in package["resources"]}
    here = {path.name for path in data.iterdir()} - {"datapackage.json", "cases.js"}
    wrong += [f"not described: {name}" for name in here - listed] + [f"missing: {name}" for name in listed - here]
    check("data/datapackage.json describes what is there", wrong)
    for resource in package["resources"]:
        check_resource(data, resource)
    return package


def check_resource(data, resource):
    raw = (data / resource["path"]).read_bytes()
    wrong = []
    if not raw.startswith(b"\xef\xbb\xbf"):
        wrong.append("no byte order mark")
    if len(raw) != resource["bytes"]:
        wrong.append(f"{len(raw)} bytes, {resource['bytes']} said")
    text = raw.decode("utf-8-sig")
    if re.search(r"(?<!\r)\n", re.sub(r'"(?:[^"]|"")*"', "", text)):
        wrong.append("a line that does not end with CR LF")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    fields = resource["schema"]["fields"]
    if rows[0] != [field["name"] for field in fields]:
        wrong.append(f"columns {rows[0]}")
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(fields):
            wrong.append(f"row {number}: {len(row)} fields")
            continue
        for field, cell in zip(fields, row):
            if cell and not re.fullmatch(TYPES[field["type"]], cell, re.S):
                wrong.append(f"row {number}: {field['name']} is no {field['type']}: {cell}")
    key = [rows[0].index(name) for name in resource["schema"].get("primaryKey", [])]
    keys = [tuple(row[at] for at in key) for row in rows[1:]]
    if key and len(set(keys)) != len(keys):
        wrong.append("the primary key stands twice: " + str([k for k in keys if keys.count(k) > 1][:2]))
    head, *items = json.loads((data / (resource["path"][:-4] + ".json")).read_text(encoding="utf-8"))
    if head != rows[0] or len(items) != len(rows) - 1:
        wrong.append(f"JSON has {head}, {len(items)} rows; CSV {len(rows) - 1}")
    for number, (row, item) in enumerate(zip(rows[1:], items), 2):
        plain = ["" if value is None else value for value in item]
        same = len(row) == len(plain) and all(float(a) == b if isinstance(b, (int, float)) else a == b for a, b in zip(row, plain))
        if not same:
            wrong.append(f"row {number} differs from JSON: {row} {plain}")
    check(f"data/{resource['path']}: {len(rows) - 1} rows as described, the same in JSON", wrong)


def check_addresses(site, package):
    ids, wrong, count = {}, [], 0
    for resource in package["resources"]:
        with (site / "data" / resource["path"]).open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                for name in ("address", "first", "case"):
                    address = row.get(name)
                    if not address:
                        continue
                    count += 1
                    path, _, fragment = address.partition("#")
                    page = site / path
                    if not page.is_file():
                        wrong.append(f"{resource['path']}: {address}")
                        continue
                    if path not in ids:
                        ids[path] = set(re.findall(r'\sid="([^"]*)"', page.read_text(encoding="utf-8")))
                    if fragment and html.escape(fragment) not in ids[path]:
                        wrong.append(f"{resource['path']}: {address}")
    check(f"{count} addresses in data/ lead to their places", wrong if count else ["none found"])


# A page's kind (the class of its body) → the type that its graph must have, and what schema.org or its readers require of it.
SUBJECTS = {
    "home": ("WebSite", ["name", "url"]), "school": ("CollegeOrUniversity", ["name", "url"]), "report": ("Report", ["name", "headline", "inLanguage"]),
    "chapter": ("Chapter", ["name", "isPartOf"]), "case_page": ("Article", ["headline", "inLanguage"]), "article": ("NewsArticle", ["headline"]),
    "page": ("WebPage", ["name", "inLanguage"]), "organisation": ("Organization", ["name"]), "term": ("DefinedTerm", ["name", "description"]),
    "indicator": ("Dataset", ["name", "description", "distribution", "creator"]),
}


def check_linked_data(site):
    wrong, seen = [], {}
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        kind = re.search(r'<body class="page-(\w+)"', text)
        graphs = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
        if not kind or not graphs:
            continue
        graph = json.loads(graphs[0])["@graph"]
        seen[kind[1]] = seen.get(kind[1], 0) + 1
        if kind[1] in SUBJECTS:
            expected, needed = SUBJECTS[kind[1]]
            subject = graph[0]
            if subject["@type"] != expected:
                wrong.append(f"{page.name}: {subject['@type']}, not {expected}")
            wrong += [f"{page.relative_to(site)}: no {name}" for name in needed if not subject.get(name)]
            if expected == "Dataset":
                wrong += [f"{page.name}: {one}" for one in subject["distribution"] if one["@type"] != "DataDownload" or not one.get("contentUrl")]
        for node in graph:
            if node["@type"] == "BreadcrumbList":
                positions = [item["position"] for item in node["itemListElement"]]
                if positions != list(range(1, len(positions) + 1)):
                    wrong.append(f"{page.name}: breadcrumbs {positions}")
    wrong += [f"no page of kind {kind} was seen" for kind in SUBJECTS if kind not in seen]
    check(f"linked data of {sum(seen.values())} pages of {len(seen)} kinds", wrong)


ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def check_feeds(site):
    feeds = [site / "feed.xml", *sorted((site / "feeds").glob("*.xml"))]
    wrong = []
    for path in feeds:
        feed = ElementTree.parse(path).getroot()
        for name in ("id", "title", "updated"):
            if not (feed.findtext(ATOM + name) or "").strip():
                wrong.append(f"{path.name}: no {name}")
        entries = feed.findall(ATOM + "entry")
        if feed.find(f"{ATOM}author") is None:
            wrong.append(f"{path.name}: no author")
        ids = [entry.findtext(ATOM + "id") for entry in entries]
        if not entries or len(set(ids)) != len(ids):
            wrong.append(f"{path.name}: {len(entries)} entries, ids {len(set(ids))}")
        for entry in [feed, *entries]:
            for name in ("updated", "published"):
                moment = entry.findtext(ATOM + name)
                if moment and not MOMENT.fullmatch(moment):
                    wrong.append(f"{path.name}: {moment}")
                elif moment:
                    datetime.datetime.fromisoformat(moment.replace("Z", "+00:00"))
            for link in entry.findall(ATOM + "link"):
                if not (path.parent / link.get("href")).resolve().is_file():
                    wrong.append(f"{path.name}: {link.get('href')}")
    check(f"{len(feeds)} Atom feeds are complete, and their links lead somewhere", wrong if len(feeds) > 1 else ["no feeds of channels or schools"])
    feed = json.loads((site / "feed.json").read_text(encoding="utf-8"))
    wrong = [name for name in ("version", "title", "items") if not feed.get(name)]
    wrong += [item.get("url") for item in feed["items"] if not item.get("id") or "content_text" not in item]
    check("feed.json is a JSON Feed 1.1", wrong)


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder, "site")
        build = subprocess.run([binary, "build", "--lang", "en", root / "content", "-o", site], capture_output=True, text=True)
        check("the portal builds", [] if build.returncode == 0 else build.stderr.splitlines())
        if build.returncode == 0:
            package = check_package(site / "data")
            check_addresses(site, package)
            check_linked_data(site)
            check_feeds(site)
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
