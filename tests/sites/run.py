#!/usr/bin/env python3
"""Tiny portals with the site that they become.

    run.py [--accept] BINARY [NAME …]

Each folder here holds content/ and expected.txt: every address of the site, and of each page its description, its other languages and what stands
in <main>, so that a change of the theme's frame changes nothing here; of the sitemap all of it. --accept stores what came out, to be read before it is committed.
"""
import difflib
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent


def shown(site):
    """The site as text: a heading line an address, and what a reader gets of each page."""
    out = []
    for path in sorted(p for p in site.rglob("*") if p.is_file() and ".reportal" not in p.parts):
        address = re.sub(r"\.[0-9a-f]{8}\.", ".HASH.", str(path.relative_to(site)))
        out.append(f"== {address}")
        if path.suffix == ".html":
            page = path.read_text(encoding="utf-8")
            out += [f"description: {text}" for text in re.findall(r'<meta name="description" content="([^"]*)"', page)]
            out += re.findall(r'<link rel="alternate" hreflang=[^>]*>', page)
            main = re.search(r"<main\b[^>]*>\n?(.*?)</main>", page, flags=re.S)
            text = main.group(1) if main else page
            out += [line for line in text.split("\n") if line.strip()]
        elif path.name == "sitemap.xml":
            out += path.read_text(encoding="utf-8").splitlines()
        elif path.suffix == ".csv":
            out += path.read_bytes().decode("utf-8-sig").splitlines()
    return out


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--accept"]
    binary, names = pathlib.Path(arguments[0]).resolve(), arguments[1:]
    passed = failed = 0
    for folder in sorted(path for path in here.iterdir() if (path / "content").is_dir()):
        if names and folder.name not in names:
            continue
        with tempfile.TemporaryDirectory() as temporary:
            site = pathlib.Path(temporary, "site")
            run = subprocess.run([binary, "build", "--lang", "en", "content", "-o", site], cwd=folder, capture_output=True, text=True)
            found = shown(site) if run.returncode == 0 else run.stderr.splitlines()
        expected = folder / "expected.txt"
        if "--accept" in sys.argv:
            expected.write_text("\n".join(found) + "\n", encoding="utf-8")
        wanted = expected.read_text(encoding="utf-8").splitlines() if expected.exists() else []
        if found == wanted and run.returncode == 0:
            passed += 1
            continue
        failed += 1
        print(f"FAIL  {folder.name}")
        print("\n".join(difflib.unified_diff(wanted, found, "expected", "found", lineterm="", n=2)))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
