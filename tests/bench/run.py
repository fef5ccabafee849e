#!/usr/bin/env python3
"""Measures reportal beside Hugo and `cp -r`, in turn, in one run.

    run.py BINARY [--cases 10000] [--runs 5] [--folder DIR] [--no-marks]

Makes the corpus, then for each round: reportal into a fresh folder, Hugo into a fresh folder (where it is installed), `cp -r` of each
output, and reportal once more with nothing changed. The first round warms up and is not counted. Prints the median of wall
seconds, CPU seconds and peak memory, and the ratios. Old output is renamed away, never deleted between rounds, since a file
system that is still busy with deletions makes the next writer slow. Exit status 1 when a mark is missed.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent

# What a reader may begin with: a character, a word, a long word, two words, a phrase with digits, pinyin.
QUERIES = ["学", "学校", "产业学院", "工作手册式教材", "产业学院 课程改革", "学校 -产业学院", "满意度达到98", "青川工业职业技术学院", "chanyexueyuan", "qcgy"]


def measured(command, **options):
    """Wall seconds, CPU seconds, peak MB of one finished command, by the operating system's own accounting."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed: {errors.decode(errors='replace')[-2000:]}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def search_share(build, folder):
    """The part of a build's CPU time that search costs: its stage, and of the writing what its files are of all."""
    site = folder / "site-stats"
    lines = subprocess.run([*build[:-1], site, "--stats", "--lang", "en"], capture_output=True, text=True, check=True).stdout.splitlines()
    cpu = {words[0]: float(words[4]) for words in map(str.split, lines) if len(words) > 5 and words[3] == "cpu"}
    share = len(list((site / "search").iterdir())) / tree(site)[0]
    return (cpu["search"] + cpu["write"] * share) / sum(cpu.values())


def first_query(site):
    """Kilobytes after gzip that a first query moves at most, of some that are typical."""
    engine = here.parents[1] / "themes/default/assets/search-engine.js"
    run = subprocess.run(["node", here.parent / "search/first_query.mjs", engine, site, *QUERIES], capture_output=True, text=True, check=True)
    print(run.stdout, end="")
    return max(float(line.split("\t")[1]) for line in run.stdout.splitlines())


def tree(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files) / 1e6


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--no-marks", action="store_true")
    arguments = parser.parse_args()
    binary = arguments.binary.resolve()
    folder = arguments.folder or pathlib.Path(tempfile.mkdtemp(prefix="reportal-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, here / "make_corpus.py", str(arguments.cases), folder], check=True)
    hugo = shutil.which("hugo")

    rows = {name: [] for name in ("reportal", "reportal, nothing changed", "cp -r of reportal's output")}
    if hugo:
        rows |= {"hugo": [], "cp -r of hugo's output": []}
    outputs = {}
    for round_number in range(arguments.runs + 1):
        results = {}
        ours = folder / f"site-{round_number}"
        build = [binary, "build", folder / "content", "-o", ours]
        results["reportal"] = measured(build)
        results["reportal, nothing changed"] = measured(build)
        results["cp -r of reportal's output"] = measured(["cp", "-r", ours, folder / f"copy-{round_number}"])
        if hugo:
            theirs = folder / f"hugo-site-{round_number}"
            results["hugo"] = measured([hugo, "--quiet", "-s", folder / "hugo", "-d", theirs])
            results["cp -r of hugo's output"] = measured(["cp", "-r", theirs, folder / f"hugo-copy-{round_number}"])
            outputs["hugo"] = tree(theirs)
        outputs["reportal"] = tree(ours)
        if round_number > 0:
            for name, result in results.items():
                rows[name].append(result)

    median = {name: [statistics.median(column) for column in zip(*values)] for name, values in rows.items()}
    print(f"\n{arguments.cases} cases, median of {arguments.runs} runs after a warm-up, {os.cpu_count()} cores")
    print(f"{'':30}{'wall s':>9}{'cpu s':>9}{'peak MB':>9}")
    for name, (wall, cpu, memory) in median.items():
        print(f"{name:30}{wall:9.2f}{cpu:9.2f}{memory:9.0f}")
    for name, (files, size) in outputs.items():
        print(f"output of {name}: {files} files, {size:.1f} MB")

    missed = []

    def ratio(text, value, mark, at_least):
        good = value >= mark if at_least else value <= mark
        print(f"{text}: {value:.2f}  ({'≥' if at_least else '≤'} {mark}: {'yes' if good else 'NO'})")
        if not good:
            missed.append(text)

    wall = {name: values[0] for name, values in median.items()}
    if hugo:
        ratio("times faster than hugo", wall["hugo"] / wall["reportal"], 5, True)
        ratio("peak memory against hugo's", median["reportal"][2] / median["hugo"][2], 0.5, False)
    else:
        print("hugo is not installed: not compared (apt-get install hugo)")
    ratio("time against cp -r of the output", wall["reportal"] / wall["cp -r of reportal's output"], 3, False)
    ratio("nothing changed against a full build", wall["reportal, nothing changed"] / wall["reportal"], 0.5, False)
    ratio("search in the cpu time of a build", search_share(build, folder), 0.35, False)
    if shutil.which("node"):
        ratio("kB (gzip) of a first query", first_query(ours), 100, False)
    else:
        print("node is not installed: first queries are not measured")
    if not arguments.folder:
        shutil.rmtree(folder)
    sys.exit(1 if missed and not arguments.no_marks else 0)


if __name__ == "__main__":
    main()
