#!/usr/bin/env python3
"""Kills rebuilds at random moments and looks at what is left.

usage: kill_test.py REPORTAL [KILLS]

A small portal is built in two versions whose pages all differ. Then, KILLS times, a rebuild from one version to the other is started and
killed with SIGKILL at a random moment. After each kill every page must be, byte for byte, that of the one version or of the other, and
no page that both have may be missing. One more run must give exactly the bytes of a clean build.
"""

import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ARTICLES = 24
CASES = 12


def write_content(folder: pathlib.Path, version: str) -> None:
    """A portal whose title, which stands on every page, is `version`; a few pages exist in one version only."""
    (folder / "articles").mkdir(parents=True)
    (folder / "reports").mkdir()
    (folder / "portal.yaml").write_text(f"title: 门户{version}\n", encoding="utf-8")
    for number in range(ARTICLES):
        name = f"only-{version}-{number}" if number < 5 else f"article-{number}"
        text = f"---\ntitle: 文章 {number}\ndate: 2023-01-{number % 28 + 1:02}\n---\n\n" + "学校推进产教融合。" * (number * 20 + 1) + "\n"
        (folder / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
    cases = "".join(f"案例 1-{number} 校企合作之{number}\n\n{'合作育人取得实效。' * 30}\n\n" for number in range(1, CASES + 1))
    report = f"---\ntitle: 质量年报\nyear: 2023\n---\n\n1 人才培养\n\n{cases}"
    (folder / "reports" / "report-2023.txt").write_text(report, encoding="utf-8")


def pages_of(output: pathlib.Path) -> dict[str, bytes]:
    pages = {}
    for folder, folders, files in os.walk(output):
        if ".reportal" in folders:
            folders.remove(".reportal")
        for file in files:
            path = pathlib.Path(folder, file)
            pages[str(path.relative_to(output))] = path.read_bytes()
    return pages


class KillTest:
    def __init__(self, reportal: str, work: pathlib.Path) -> None:
        self.reportal = reportal
        self.work = work
        self.clean: dict[str, dict[str, bytes]] = {}
        self.passed = self.failed = 0

    def command(self, version: str, output: pathlib.Path) -> list[str]:
        return [self.reportal, "build", str(self.work / version), "-o", str(output), "--jobs", "2"]

    def build(self, version: str, output: pathlib.Path) -> float:
        start = time.monotonic()
        done = subprocess.run(self.command(version, output), capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"the build of version {version} failed:\n{done.stderr}")
        return time.monotonic() - start

    def prepare(self) -> float:
        for version in "ab":
            write_content(self.work / version, version)
            self.build(version, self.work / f"clean-{version}")
            self.clean[version] = pages_of(self.work / f"clean-{version}")
        changed = [page for page in self.clean["a"] if self.clean["a"][page] != self.clean["b"].get(page)]
        if len(changed) < len(self.clean["a"]) / 2:
            sys.exit("the two versions hardly differ: nothing would be tested")
        self.build("a", self.work / "site")
        return self.build("b", self.work / "site")

    def check(self, good: bool, what: str) -> None:
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {what}")

    def kill_one(self, old: str, new: str, delay: float) -> None:
        site = self.work / "site"
        build = subprocess.Popen(self.command(new, site), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        build.send_signal(signal.SIGKILL)
        build.wait()

        left = pages_of(site)
        versions = self.clean[old], self.clean[new]
        torn = [page for page, bytes_ in left.items() if all(pages.get(page) != bytes_ for pages in versions)]
        missing = [page for page in versions[0].keys() & versions[1].keys() if page not in left]
        self.check(not torn and not missing, f"killed after {delay * 1e3:.1f} ms: torn {torn[:3]}, missing {missing[:3]}")
        self.build(new, site)
        self.check(pages_of(site) == self.clean[new], f"the run after a kill after {delay * 1e3:.1f} ms differs from a clean build")

    def run(self, kills: int) -> int:
        rng = random.Random(20231206)
        duration = self.prepare()
        versions = ["b", "a"]
        for _ in range(kills):
            self.kill_one(*versions, rng.uniform(0, duration))
            versions.reverse()
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


def main() -> int:
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    work = pathlib.Path(tempfile.mkdtemp(prefix="reportal-kill-"))
    try:
        return KillTest(os.path.abspath(sys.argv[1]), work).run(int(sys.argv[2]) if len(sys.argv) == 3 else 200)
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    sys.exit(main())
