#!/usr/bin/env python3
"""Very long, very deep and very repeated input.

    run.py BINARY

Each is read by `inspect` under a time limit that only runaway time can reach (ordinary input of these sizes takes tenths of a second).
What is read must have every line that is not blank in exactly one block; what is refused must be refused with a message. A
crash or a time-out fails.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

LIMIT_SECONDS = 30

INPUTS = {
    "one line of 100,000 characters.txt": lambda: "长" * 100_000,
    "300,000 short lines.txt": lambda: "短行\n" * 300_000,
    "10,000 tables.txt": lambda: "".join(f"表 1-{i} 名单\n\n序号 名称 单位\n\n1 甲 乙\n\n2 丙 丁\n\n" for i in range(10_000)),
    "a table of 1,000 columns.txt": lambda: "表 1-1 宽表\n\n" + " ".join(f"列{i}" for i in range(1000)) + "\n\n"
                                            + (" ".join(map(str, range(1000))) + "\n\n") * 20,
    "a table of 100,000 bare numbers.txt": lambda: "表 1-1 数\n\n" + "".join(f"{i}\n\n" for i in range(100_000)),
    "100,000 equal headings.txt": lambda: "1.1 标题\n\n" * 100_000,
    "50,000 equal cases.txt": lambda: "案例 1-1 标题\n\n正文一句。\n\n" * 50_000,
    "200,000 references on a line.txt": lambda: "见表 1-1，见下图，" * 100_000,
    "300,000 numbers on a line.txt": lambda: "学校共有学生300人" * 300_000,
    "300,000 open quotes and brackets with numbers.txt": lambda: "“《（1个" * 300_000,
    "50,000 quantities said twice.txt": lambda: "".join(f"建成甲{chr(0x4e00 + i % 20_000)}基地{i % 7}个，学员{i % 5}人。\n\n" for i in range(50_000)),
    "quotes 100,000 deep.md": lambda: ">" * 100_000 + "a",
    "200,000 open brackets.md": lambda: "[" * 200_000,
    "elements 100,000 deep.html": lambda: "<div>" * 100_000,
    "a table of 2,000 columns and short rows.md": lambda: "|a" * 2000 + "|\n" + "|-" * 2000 + "|\n" + "|1|\n" * 2000,
    "declarations without end.md": lambda: "<?" * 100_000,
    "nothing.txt": lambda: "",
    "only line ends.txt": lambda: "\n" * 500_000,
}


def failure(binary, path, text):
    """Why this input failed; None if it did not."""
    try:
        run = subprocess.run([binary, "inspect", "--json", "--lang", "en", path], capture_output=True, timeout=LIMIT_SECONDS)
    except subprocess.TimeoutExpired:
        return f"took more than {LIMIT_SECONDS} s"
    if run.returncode == 1:
        return None if b": error: " in run.stderr else "was refused without a message"
    if run.returncode != 0:
        return f"ended with exit code {run.returncode}"
    owners = {}
    for block in json.loads(run.stdout)["blocks"]:
        for first, last in block["lines"]:
            for line in range(first, last + 1):
                owners[line] = owners.get(line, 0) + 1
    wrong = [n for n, line in enumerate(text.split("\n"), 1) if line.strip() and owners.get(n) != 1]
    return f"{len(wrong)} lines are not in exactly one block, the first is {wrong[0]}" if wrong else None


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, make in INPUTS.items():
            path, text = pathlib.Path(folder, name), make()
            path.write_text(text, encoding="utf-8")
            why = failure(binary, path, text)
            if why:
                failed += 1
                print(f"FAIL  {name}: {why}")
    print(f"{len(INPUTS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
