#!/usr/bin/env python3
"""Very long, very deep and very repeated input.

    run.py BINARY [NAME …]

Each input is read by `inspect`. What is read must have every line that is not blank in exactly one block; what is refused must be refused
with a message. A crash or a time-out fails, and so does an input that takes more than MOST_TIMES as much time as an ordinary
report of its size: time is processor time, measured in the same run, so a slow machine makes both slow. A line becomes a block
whatever it holds, so it counts LINE_BYTES beside its own. NAMEs choose inputs that contain them. The last column says how many times.
"""
import json
import os
import pathlib
import resource
import sys
import tempfile

MOST_TIMES = 10
LIMIT_SECONDS = 60  # only runaway time reaches it
LINE_BYTES = 16
FLOOR_SECONDS = 0.02  # starting a process costs this much whatever it reads

SENTENCES = [
    "学校坚持以学生为中心的办学理念，把课程建设放在突出位置，组织教师走进企业一线开展调研",
    "一年来，学校新建实训室 12 间，更新设备 340 台，学生实训条件明显改善，用人单位满意度达到 96.5%",
    "图书馆延长了开放时间，自习座位从 800 个增加到 1100 个，期末考试期间实行预约制度（见表 1-1）",
    "“双师型”教师占专任教师的 62.4%，利用 VR 和 AI 开展远程教学",
]


def ordinary(size):
    """An ordinary report of about `size` bytes: chapters, wrapped paragraphs, cases, figures, tables."""
    out, length = [], 0

    def put(line):
        nonlocal length
        out.append(line + "\n")
        length += len(line.encode()) + 1

    def paragraph(number):
        text = "。".join(SENTENCES[(number + k) % 4] for k in range(3)) + "。"
        put(text[:35])
        for at in range(35, len(text), 37):
            put(text[at:at + 37])

    chapter = 0
    while length < size:
        chapter += 1
        put(f"{chapter % 99 + 1} 人才培养")
        for section in range(1, 9):
            put(f"{chapter % 99 + 1}.{section} 课程建设")
            for number in range(6):
                paragraph(number + section)
            put(f"案例 {chapter % 99 + 1}-{section} 走进车间的课堂")
            paragraph(section)
            put(f"图 {chapter % 99 + 1}-{section} 车间里的课堂")
            paragraph(section + 1)
            put(f"表 {chapter % 99 + 1}-{section} 获奖情况")
            put("序号 赛项名称 奖项")
            for row in range(1, 6):
                put(f"{row} 数控加工技术 一等奖")
            put("数据来源：教务处")
    return "".join(out)


# Raw text of some megabytes each, but where a stated size is the point.
INPUTS = {
    "one line of 100,000 characters.txt": lambda: "长" * 100_000,
    "one line of 3,000,000 characters.txt": lambda: "长" * 3_000_000,
    "no line ends.txt": lambda: "。".join(SENTENCES) * 20_000,
    "one long number.txt": lambda: "1" * 8_000_000,
    "one long numbering.txt": lambda: "1." * 4_000_000,
    "1,000,000 short lines.txt": lambda: "短行\n" * 1_000_000,
    "300,000 lines of a letter.txt": lambda: "a\n" * 300_000,
    "one width for everything.txt": lambda: ("课程建设放在突出位置组织教师走进企业一线开展调研梳理岗位能力要求修\n") * 80_000,
    "sentences of one width.txt": lambda: ("课程建设放在突出位置，组织教师走进企业一线开展调研，梳理能力要求。\n") * 80_000,
    "10,000 tables.txt": lambda: "".join(f"表 1-{i} 名单\n\n序号 名称 单位\n\n1 甲 乙\n\n2 丙 丁\n\n" for i in range(10_000)),
    "50,000 equal tables.txt": lambda: "表 1-1 名单\n序号 名称 单位\n1 甲 乙\n2 丙 丁\n" * 50_000,
    "50,000 continued tables.txt": lambda: "表 1-1 名单\n序号 名称\n1 甲\n" + "续表 1-1\n序号 名称\n2 乙\n" * 50_000,
    "a table of 1,000 columns.txt": lambda: "表 1-1 宽表\n\n" + " ".join(f"列{i}" for i in range(1000)) + "\n\n"
                                            + (" ".join(map(str, range(1000))) + "\n\n") * 400,
    "a table of 1,000 columns in lines.txt": lambda: "表 1-1 宽表\n序号\n" + "".join(f"列{i}\n" for i in range(1000))
                                                     + "".join(f"{i}\n" for i in range(100_000)),
    "a table of 100,000 bare numbers.txt": lambda: "表 1-1 数\n\n" + "".join(f"{i}\n\n" for i in range(100_000)),
    "a table of 150,000 rows.txt": lambda: "表 1-1 名单\n序号 名称 单位\n" + "".join(f"{i} 数控加工 教务处\n" for i in range(1, 150_000)),
    "a table of 200,000 wrapped cells.txt": lambda: "表 1-1 名单\n序号 名称 单位\n1\n" + "数控加工技术与\n" * 200_000,
    "a table of rows without number.txt": lambda: "表 1-1 名单\n名称 数量 占比\n" + "数控加工 12 3.5%\n" * 200_000,
    "table lines with bare numbers.txt": lambda: "表\n1\n2\n" * 100_000,
    "captions without bodies.txt": lambda: "表 1-1\n" * 150_000,
    "100,000 equal headings.txt": lambda: "1.1 标题\n\n" * 100_000,
    "150,000 headings that count.txt": lambda: "".join(f"{i // 2500 % 99 + 1}.{i // 50 % 50 + 1}.{i % 50 + 1} 标题\n" for i in range(150_000)),
    "single numbers as headings.txt": lambda: "".join(f"{i % 99 + 1}. 标题\n" for i in range(150_000)),
    "chapters.txt": lambda: "第一章 标题\n第一节 标题\n一、标题\n（一）标题\n" * 40_000,
    "unnumbered headings.txt": lambda: "前言\n附件 1：名单\n" * 100_000,
    "50,000 equal cases.txt": lambda: "案例 1-1 标题\n\n正文一句。\n\n" * 50_000,
    "case titles without text.txt": lambda: "案例 1-1 标题\n" * 150_000,
    "one case of 100,000 paragraphs.txt": lambda: "案例 1-1 标题\n" + (SENTENCES[0][:35] + "\n" + SENTENCES[0][35:] + "。\n") * 50_000,
    "figures without end.txt": lambda: "图 1-1 车间\n" * 150_000,
    "notes without end.txt": lambda: "数据来源：教务处\n" * 100_000,
    "list items.txt": lambda: "".join(f"（{i % 999 + 1}）建立例会制度，公布清单。\n" for i in range(200_000)),
    "bullets.txt": lambda: "• 建立例会制度\n" * 150_000,
    "contents without end.txt": lambda: "目录\n" + "1.1 课程建设……………………12\n" * 150_000,
    "contents titles.txt": lambda: "目录\n" * 300_000,
    "page numbers.txt": lambda: "".join(f"- {i % 4000} -\n" for i in range(200_000)),
    "bare numbers.txt": lambda: "".join(f"{i % 4000}\n" for i in range(300_000)),
    "form feeds.txt": lambda: "\f某某学院质量报告\n正文\n" * 100_000,
    "addresses.txt": lambda: "http://www.example.edu.cn/info/1.htm\n" * 200_000,
    "200,000 references on a line.txt": lambda: "见表 1-1，见下图，" * 100_000,
    "300,000 numbers on a line.txt": lambda: "学校共有学生300人" * 300_000,
    "300,000 open quotes and brackets with numbers.txt": lambda: "“《（1个" * 300_000,
    "50,000 quantities said twice.txt": lambda: "".join(f"建成甲{chr(0x4e00 + i % 20_000)}基地{i % 7}个，学员{i % 5}人。\n\n" for i in range(50_000)),
    "references and tables.txt": lambda: "见下表，见上表，见表 1-1。\n表 1-1 名单\n序号 名称\n1 甲\n" * 60_000,
    "quotation marks.txt": lambda: "“" * 3_000_000,
    "spaces.txt": lambda: "字 " * 2_000_000,
    "indents.txt": lambda: "".join(" " * (i % 40) + "正文一句。\n" for i in range(200_000)),
    "a report of 9 MB.txt": lambda: ordinary(9_000_000),
    "200,000 equal sentences.txt": lambda: "这是同样的一句话，说了一遍又一遍。\n" * 200_000,
    "a page again and again.txt": lambda: "".join(f"第{i}件事是这样说的，说完就去做，做完再回来说。\n" for i in range(300)) * 300,
    "a passage that returns broken elsewhere.txt": lambda: "".join(
        "我们先把路修到村口，再把灯装到门前，最后把书送到桌上。"[i % 27:] + "\n" for i in range(100_000)),
    "quotes 100,000 deep.md": lambda: ">" * 100_000 + "a",
    "200,000 open brackets.md": lambda: "[" * 200_000,
    "elements 100,000 deep.html": lambda: "<div>" * 100_000,
    "a table of 2,000 columns and short rows.md": lambda: "|a" * 2000 + "|\n" + "|-" * 2000 + "|\n" + "|1|\n" * 2000,
    "declarations without end.md": lambda: "<?" * 100_000,
    "nothing.txt": lambda: "",
    "only line ends.txt": lambda: "\n" * 5_000_000,
}


def run(binary, path, output, errors):
    """Exit code and processor seconds of `inspect`; a negative code is a signal, None a time-out."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT_SECONDS, LIMIT_SECONDS + 1))
        os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
        os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 2)
        os.execv(binary, [str(binary), "inspect", "--json", "--lang", "en", str(path)])
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return (None if code in (-24, -9) else code), usage.ru_utime + usage.ru_stime


def wrong_lines(text, dump):
    owners = {}
    for block in dump["blocks"]:
        for first, last in block["lines"]:
            for line in range(first, last + 1):
                owners[line] = owners.get(line, 0) + 1
    return [n for n, line in enumerate(text.split("\n"), 1) if line.strip() and owners.get(n) != 1]


def size_of(text):
    return len(text.encode()) + LINE_BYTES * text.count("\n")


class Ordinary:
    """How long an ordinary report takes, by its size."""

    def __init__(self, binary, folder):
        self.seconds = {}
        for size in (100_000, 1_000_000, 4_000_000, 9_000_000):
            path = pathlib.Path(folder, "ordinary.txt")
            path.write_text(ordinary(size), encoding="utf-8")
            self.seconds[size_of(path.read_text(encoding="utf-8"))] = min(run(binary, path, os.devnull, os.devnull)[1] for _ in range(2))

    def of(self, size):
        sizes = sorted(self.seconds)
        above = next((s for s in sizes if s >= size), sizes[-1])
        return max(FLOOR_SECONDS, self.seconds[above] * size / above)


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    chosen = {name: make for name, make in INPUTS.items() if not sys.argv[2:] or any(word in name for word in sys.argv[2:])}
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        reference = Ordinary(binary, folder)
        for name, make in chosen.items():
            path, text = pathlib.Path(folder, name), make()
            path.write_text(text, encoding="utf-8")
            output, errors = pathlib.Path(folder, "output"), pathlib.Path(folder, "errors")
            code, seconds = run(binary, path, output, errors)
            times = seconds / reference.of(size_of(text))
            why = None
            if code is None:
                why = f"took more than {LIMIT_SECONDS} s"
            elif code == 1:
                why = None if b": error: " in errors.read_bytes() else "was refused without a message"
            elif code != 0:
                why = f"ended with exit code {code}"
            elif wrong := wrong_lines(text, json.loads(output.read_text(encoding="utf-8"))):
                why = f"{len(wrong)} lines are not in exactly one block, the first is {wrong[0]}"
            if why is None and times > MOST_TIMES:
                why = f"took {times:.1f} times as long as an ordinary report of its size"
            failed += why is not None
            print(f"{'FAIL ' if why else 'ok   '} {name}: {why or ''} ({seconds:.2f} s, {times:.1f} times)")
            path.unlink()
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
