#!/usr/bin/env python3
"""Real PDFs: the reports of content/ are printed by a browser in several styles and read back.

    tests/pdf/run.py REPORTAL [--details]

Three ways of reading are held against what was printed: `reportal import`, and what editors do without it, pdftotext and
pdftotext -layout with `reportal inspect`. A mark is the least share of things that must come back; --details lists what does not. Where there is
no Chromium or no poppler-utils, this says so and tests nothing. The last line is `N passed, N failed`.
"""

import collections
import concurrent.futures
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import comparing
import printing

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"

# way of reading → measure → mark; "*" stands for every other measure. Without import, cells of tables come one below the other, or in
# columns of spaces where a wide cell pushes the others away, and boxes are gone.
MARKS = {
    "import": {"*": 0.98, "case extents": 0.97},
    "pdftotext": {"*": 0.95, "paragraphs": 0.45, "sections of paragraphs": 0.45, "table columns": 0, "table cells": 0, "sources": 0,
                  "case extents": 0.85},
    "pdftotext -layout": {"*": 0.95, "paragraphs": 0.9, "sections of paragraphs": 0.9, "table columns": 0.7, "table cells": 0.5,
                          "case extents": 0.85},
}


class Run:
    def __init__(self, binary, details):
        self.binary, self.details = binary, details
        self.passed = self.failed = 0

    def check(self, name, good, what=""):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print(f"{name}: {what}")

    def inspect(self, path):
        return json.loads(subprocess.run([self.binary, "inspect", "--json", path], check=True, capture_output=True, timeout=60).stdout)

    def new_content(self, folder):
        """An empty content folder with the schools of the project's own."""
        content = Path(folder, "content")
        content.mkdir(parents=True)
        (content / "portal.yaml").write_text("title: Reading back\n", encoding="utf-8")
        shutil.copy(CONTENT / "schools.yaml", content)
        return content

    def imported(self, pdf, content):
        run = subprocess.run([self.binary, "import", pdf, "--into", content], capture_output=True, text=True, timeout=300)
        self.check(pdf.stem, run.returncode == 0, "import fails: " + run.stderr)
        return content / "reports" / f"{pdf.stem}.txt"

    def measure(self, name, way, printed, read):
        marks = MARKS[way]
        shares = comparing.compare(printed, read)
        for measure, (share, missing, extra) in shares.items():
            mark = marks.get(measure, marks["*"])
            self.check(f"{name} by {way}", share >= mark, f"{measure}: {share:.3f} is below {mark}")
            if self.details:
                for sign, things in (("-", missing), ("+", extra)):
                    for thing in things:
                        print(f"    {measure} {sign} {thing}")
        print(f"{name:22} {way:18} " + "  ".join(f"{measure} {values[0]:.3f}" for measure, values in shares.items()))

    def read_back(self, name, dump, pdf):
        content = self.new_content(pdf.parent / name)
        source = self.imported(pdf, content)
        self.measure(name, "import", dump, self.inspect(source))
        text = source.read_text(encoding="utf-8")
        given = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, timeout=60).stdout.decode("utf-8")
        count = lambda written: collections.Counter("".join(written.split()))
        self.check(name, count(text) == count(given), f"characters lost {count(given) - count(text)}, added {count(text) - count(given)}")
        for options in ([], ["-layout"]):
            plain = pdf.with_name(f"{name}{''.join(options)}.txt")
            subprocess.run(["pdftotext", *options, pdf, plain], check=True, timeout=60)
            self.measure(name, " ".join(["pdftotext", *options]), dump, self.inspect(plain))

    def pictures(self, dump, folder):
        """Pictures of figures are found and bound to their numbers; a logo that stands on every page is not taken."""
        figures = [block for block in dump["blocks"] if block["kind"] == "figure"][:6]
        dump = dict(dump, blocks=[block for block in dump["blocks"] if block["kind"] in ("heading", "paragraph") or block in figures])
        images = {block["number"]: printing.png(160 + 10 * at, 90, (40 * at, 90, 200)) for at, block in enumerate(figures)}
        logo = f'<img src="{printing.picture_address(printing.png(120, 80, (200, 0, 0)))}" style="position: fixed; right: 0; top: 0; width: 5em">'
        pdf = Path(folder, "pictures.pdf")
        printing.print_pdf(printing.page_of(dump, "boxed", images).replace("<body>", "<body>" + logo), pdf)
        content = self.new_content(Path(folder, "with-pictures"))
        self.imported(pdf, content)
        front_matter = (content / "reports" / "pictures.yaml").read_text(encoding="utf-8")
        files = sorted(file.name for file in (content / "pictures" / "pictures").iterdir())
        self.check("pictures", len(files) == len(images), f"{len(images)} pictures were printed, these were taken: {files}")
        for number in images:
            self.check("pictures", f'"{number}": {{image: /pictures/pictures/' in front_matter, f"figure {number} has no picture:\n{front_matter}")
        build = subprocess.run([self.binary, "check", content], capture_output=True, text=True, timeout=60)
        self.check("pictures", build.returncode == 0, build.stdout + build.stderr)


def main():
    binary = Path(sys.argv[1]).resolve()
    missing = [tool for tool, there in (("chromium", printing.engine()), ("pdftotext", shutil.which("pdftotext"))) if not there]
    if missing:
        print(f"skipped: no {' and no '.join(missing)}")
        print("0 passed, 0 failed")
        return 0
    run = Run(binary, "--details" in sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        dumps = {report.stem: run.inspect(report) for report in sorted((CONTENT / "reports").glob("*.txt"))}
        jobs = {f"{stem}-{style}": (dump, style) for stem, dump in dumps.items() for style in printing.STYLES}
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda name: printing.print_pdf(printing.page_of(*jobs[name]), Path(folder, f"{name}.pdf")), jobs))
        for name, (dump, _) in jobs.items():
            run.read_back(name, dump, Path(folder, f"{name}.pdf"))
        run.pictures(next(iter(dumps.values())), folder)
    print(f"{run.passed} passed, {run.failed} failed")
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main())
