#!/usr/bin/env python3
"""`reportal import`: what becomes of inputs of every kind, and of those that cannot be read.

    tests/import/run.py REPORTAL

Each test is a function; what it expects and does not find is printed. The last line is `N passed, N failed`.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import small_pdf

BINARY = Path(sys.argv[1]).resolve()

REPORT = """湖滨职业技术学院质量年报（2024年度）

1 办学条件

1.1 师资队伍

学校现有专任教师三百余人，双师型教师占六成，兼职教师来自本地的二十多家企业。

案例 1-1 老师下车间

每个学期都有教师到车间顶岗，回来后把见到的问题写进教案。
"""

SCHOOLS = """- {id: hubin, name: 湖滨职业技术学院, short: 湖滨职院}
- {id: xishan, name: 西山师范学院}
"""


class Portal:
    """A content folder in a folder of its own, from which commands run."""

    def __init__(self, folder, language="zh-CN"):
        self.folder = Path(folder)
        self.content = self.folder / "content"
        self.content.mkdir()
        (self.content / "portal.yaml").write_text(f"title: 测试\nlanguage: {language}\n", encoding="utf-8")
        (self.content / "schools.yaml").write_text(SCHOOLS, encoding="utf-8")

    def put(self, name, data):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return name

    def run(self, *arguments, environment=None):
        return subprocess.run([BINARY, "--lang", "en", *arguments], cwd=self.folder, capture_output=True, text=True, timeout=120,
                              env={**os.environ, **(environment or {})})

    def imports(self, *arguments, code=0, **options):
        done = self.run("import", *arguments, **options)
        expect(done.returncode == code, f"exit code {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def text(self, name):
        return (self.content / name).read_text(encoding="utf-8")

    def files(self):
        return sorted(str(path.relative_to(self.content)) for path in self.content.rglob("*") if path.is_file())

    def new_files(self):
        return [name for name in self.files() if name not in ("portal.yaml", "schools.yaml")]

    def check(self):
        done = self.run("check", "content")
        expect(done.returncode == 0, f"the imported content has problems:\n{done.stdout}{done.stderr}")


class Failed(Exception):
    pass


class Skipped(Exception):
    pass


def expect(good, what):
    if not good:
        raise Failed(what)


def body(text):
    """What stands behind the front matter."""
    return text.split("\n---\n", 1)[1]


def text_in_every_encoding(portal):
    for encoding, bom in (("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("gb18030", b""), ("big5", b""), ("utf-16-le", b"\xff\xfe"),
                          ("utf-16-be", b"\xfe\xff")):
        text = REPORT if encoding != "big5" else REPORT.translate(str.maketrans("滨职业术学质报办条师资队现专任双来业个顶岗见题写进",
                                                                               "濱職業術學質報辦條師資隊現專任雙來業個頂崗見題寫進"))
        try:
            data = bom + text.encode(encoding)
        except UnicodeEncodeError as error:
            text = "".join(c for c in text if c.encode(encoding, "ignore"))
            data = bom + text.encode(encoding)
        name = f"{encoding}{'-bom' if bom and encoding == 'utf-8' else ''}"
        portal.imports(portal.put(f"{name}.txt", data.replace(b"\n", b"\r\n") if encoding == "gb18030" else data))
        written = body(portal.text(f"reports/{name}.txt"))
        expect(written == text, f"{name}: the text has changed:\n{written}")
    portal.check()


def proposals_of_a_report(portal):
    done = portal.imports(portal.put("湖滨 年报.txt", REPORT))
    text = portal.text("reports/hu-bin-nian-bao.txt")
    for line in ("kind: report\n", 'title: "湖滨职业技术学院质量年报（2024年度）"\n', "school: hubin\n", "year: 2024\n",
                 'source: "湖滨 年报.txt"  # 请', "lang: zh-CN\n"):
        expect(line in text, f"{line!r} is not proposed:\n{text}")
    expect("content/reports/hu-bin-nian-bao.txt ← 湖滨 年报.txt (1 case)" in done.stdout, done.stdout)
    expect(done.stderr == "", f"nothing is unsure here: {done.stderr}")
    portal.check()


def what_is_unsure_is_said(portal):
    done = portal.imports(portal.put("plain.txt", "东海职业学院年度质量报告\n\n1.1 概况\n\n学校办学多年。\n\n1.2 专业\n\n专业不少。\n"))
    text = portal.text("reports/plain.txt")
    expect('school: "东海职业学院"  # 请核对' in text and "\nyear:  # 请填写" in text, text)
    for kind in ("import/unknown-school", "import/no-year"):
        expect(kind in done.stderr, f"{kind} is not told:\n{done.stderr}")
    line = int(done.stderr.split("content/reports/plain.txt:")[1].split(":")[0])
    expect("#" in text.split("\n")[line - 1], f"line {line} has no comment:\n{text}")


def comments_in_english(portal):
    portal.imports(portal.put("plain.txt", "正文一段。\n"), "--kind", "report")
    expect("# please fill in" in portal.text("reports/plain.txt"), portal.text("reports/plain.txt"))


def markdown_keeps_its_front_matter(portal):
    portal.imports(portal.put("2024-05-06-post.md", "---\ntitle: 开学\ntags: [新生]\n---\n\n# 开学\n\n湖滨职院今天开学。\n"))
    text = portal.text("articles/2024-05-06-post.md")
    expect(text.startswith("---\ntitle: 开学\ntags: [新生]\n#"), text)
    expect("\ntitle:" not in text.split("tags:")[1] and "school: hubin" in text, text)
    expect(text.endswith("---\n\n# 开学\n\n湖滨职院今天开学。\n"), text)
    portal.check()


def complete_front_matter_stays(portal):
    given = "---\nkind: article\ntitle: 完整\nschool: hubin\ndate: 2024-01-02\nsource: 校报\nlang: zh-CN\n---\n正文。\n"
    portal.imports(portal.put("complete.md", given))
    expect(portal.text("articles/complete.md") == given, portal.text("articles/complete.md"))


def html_keeps_its_bytes(portal):
    given = "<!DOCTYPE html>\n<html><body><h1>西山师范学院新闻</h1>\n<p>2024年3月5日，活动开始。</p></body></html>\n"
    portal.imports(portal.put("news.htm", given))
    text = portal.text("articles/news.html")
    expect(body(text) == given and "school: xishan" in text and "date: 2024-03-05" in text, text)


def kind_chooses_the_folder(portal):
    for kind, folder in (("case", "cases"), ("page", "pages"), ("newspaper", "articles"), ("article", "articles"), ("report", "reports")):
        portal.imports(portal.put(f"{kind}-one.txt", "标题在此\n\n正文一段。\n"), "--kind", kind)
        expect(f"kind: {kind}\n" in portal.text(f"{folder}/{kind}-one.txt"), f"{kind} is not in {folder}")


def folder_is_walked(portal):
    for name in ("in/b.md", "in/a.txt", "in/deep/c.html", "in/.hidden.txt", "in/.git/d.txt", "in/~$e.docx", "in/f.xlsx", "in/g.xlsx", "in/h~"):
        portal.put(name, "<p>正文</p>\n" if name.endswith("html") else "正文一段。\n")
    done = portal.imports("in")
    expect([line.split(" ← ")[1] for line in done.stdout.splitlines()] == ["in/a.txt", "in/b.md", "in/deep/c.html"], done.stdout)
    expect("2 files of kinds that are not known were left out (.xlsx)" in done.stderr, done.stderr)


def folder_around_the_content(portal):
    portal.put("one.txt", "正文一段。\n")
    portal.put("content/pages/about.md", "# 关于\n")
    portal.imports(".")
    expect(portal.new_files() == ["articles/one.txt", "pages/about.md"], str(portal.new_files()))


def empty_folder(portal):
    (portal.folder / "in").mkdir()
    expect("import/nothing-found" in portal.imports("in", code=1).stderr, "an empty folder is not told")


def nothing_is_overwritten(portal):
    portal.put("one.txt", "新的正文。\n")
    portal.put("content/articles/one.txt", "旧的正文。\n")
    done = portal.imports("one.txt", code=1)
    expect("import/id-taken" in done.stderr and "content/articles/one.txt" in done.stderr, done.stderr)
    expect(portal.text("articles/one.txt") == "旧的正文。\n", "the old file has changed")


def lone_sidecar_is_not_overwritten(portal):
    portal.put("one.txt", REPORT)
    portal.put("content/reports/one.yaml", "title: 旧\n")
    expect("import/exists" in portal.imports("one.txt", code=1).stderr, "a sidecar is taken over")
    expect(portal.new_files() == ["reports/one.yaml"], str(portal.new_files()))


def id_of_another_kind(portal):
    portal.put("one.txt", REPORT)
    portal.put("content/pages/whatever.md", "---\nid: one\n---\n# 旧\n")
    done = portal.imports("one.txt", code=1)
    expect("import/id-taken" in done.stderr and "whatever.md" in done.stderr, done.stderr)


def two_inputs_of_one_id(portal):
    portal.put("a/one.txt", "甲。\n")
    portal.put("b/One.md", "乙。\n")
    done = portal.imports("a", "b", code=1)
    expect("import/same-id" in done.stderr and "a/one.txt" in done.stderr, done.stderr)
    expect(portal.new_files() == ["articles/one.txt"], str(portal.new_files()))


def one_input_named_twice(portal):
    portal.put("a/one.txt", "甲。\n")
    portal.imports("a", "a/one.txt", "./a/one.txt")


def second_run_changes_nothing(portal):
    portal.put("one.txt", REPORT)
    portal.imports("one.txt")
    before = portal.text("reports/one.txt")
    portal.imports("one.txt", code=1)
    expect(portal.text("reports/one.txt") == before, "the second run changed the file")


def hostile_names(portal):
    names = ["-rf.txt", "a b; touch evil.txt", "$(touch evil).txt", "quote'\"x.txt", "..txt.txt", "line\nbreak.txt", "<b>.txt"]
    for name in names:
        portal.put(name, "正文一段。\n")
    portal.imports("--", *names)
    expect(not (portal.folder / "evil").exists() and not (portal.folder / "evil.txt").exists(), "a name was run as a command")
    expect(len(portal.new_files()) == len(names), str(portal.new_files()))
    portal.check()


def links_do_not_lead_out(portal):
    portal.put("secret.txt", "秘密。\n")
    portal.put("in/a.txt", "正文。\n")
    os.symlink("../secret.txt", portal.folder / "in" / "link.txt")
    os.symlink(".", portal.folder / "in" / "loop")
    portal.imports("in")
    expect(portal.new_files() == ["articles/a.txt"], str(portal.new_files()))


def what_is_not_there(portal):
    done = portal.imports("missing.txt", code=1)
    expect("import/no-input" in done.stderr, done.stderr)
    expect("read/no-content" in portal.imports("x", "--into", "nowhere", code=1).stderr, "a missing content folder is not told")
    expect(portal.run("import").returncode == 2, "no file named is no wrong command line")


def binary_and_empty_files(portal):
    for name, data, kind in (("a.txt", b"\0\1\2" * 100, "read/binary"), ("b.txt", b"", "import/empty"), ("c.md", b" \n\n", "import/empty"),
                             ("d.doc", b"\xd0\xcf\x11\xe0\0\0\0\0" * 9, "read/binary")):
        done = portal.imports(portal.put(name, data), code=1)
        expect(kind in done.stderr, f"{name}: {done.stderr}")
    expect(portal.new_files() == [], str(portal.new_files()))


def others_go_on(portal):
    portal.put("in/a.pdf", b"%PDF-1.4 broken")
    portal.put("in/b.txt", "正文。\n")
    done = portal.imports("in", code=1)
    expect("import/pdf-broken" in done.stderr and portal.new_files() == ["articles/b.txt"], done.stderr)


def unwritable_content(portal):
    if os.geteuid() == 0:
        (portal.content / "articles").write_text("a file where a folder should be")
    else:
        portal.content.chmod(0o555)
    done = portal.imports(portal.put("a.txt", "正文。\n"), code=1)
    portal.content.chmod(0o755)
    expect("import/cannot-write" in done.stderr, done.stderr)
    expect(not (portal.content / ".import").exists(), "something is left behind")


# PDF.

PAGE = [small_pdf.text_at(90, 760, 16, "湖滨职业技术学院质量年报"), small_pdf.text_at(90, 730, 12, "1 办学条件"),
        small_pdf.text_at(114, 700, 12, "学校坐落在湖边，占地五百余亩，校舍二十万平方米，设有机械、"),
        small_pdf.text_at(90, 680, 12, "信息、商贸三个学院。")]

TABLE = [small_pdf.text_at(200, 640, 10, "表 1-1 实训室一览"),
         *[small_pdf.line_between(90, y, 450, y) for y in (630, 610, 570, 550)],
         *[small_pdf.line_between(x, 550, x, 630) for x in (90, 150, 350, 450)],
         small_pdf.text_at(100, 616, 10, "序号"), small_pdf.text_at(160, 616, 10, "名称"), small_pdf.text_at(360, 616, 10, "台套"),
         small_pdf.text_at(110, 586, 10, "1"), small_pdf.text_at(160, 593, 10, "数控加工与自动装"), small_pdf.text_at(160, 577, 10, "配实训室"),
         small_pdf.text_at(360, 586, 10, "12"), small_pdf.text_at(110, 556, 10, "2"), small_pdf.text_at(160, 556, 10, "物流实训室")]

BOX = [small_pdf.text_at(90, 520, 12, "1.1 特色"), small_pdf.text_at(114, 500, 12, "下面的案例说明学校怎样办出特色，怎样与企业一起培养学生，"),
       small_pdf.text_at(90, 480, 12, "怎样让学生在真实的岗位上学到本领。"),
       "0.5 w 80 380 400 80 re S", small_pdf.text_at(90, 440, 12, "案例 1-1 师傅进课堂"),
       small_pdf.text_at(114, 420, 12, "企业的师傅每周来校一次，带着零件和图纸，讲一讲车间里新"), small_pdf.text_at(90, 400, 12, "近碰到的难题。"),
       small_pdf.text_at(114, 360, 12, "除此之外，学校还与兄弟院校交流办学经验，取长补短，互相听课，"), small_pdf.text_at(90, 340, 12, "共同编写教材。")]


def pdf_lines(portal):
    portal.imports(portal.put("year.pdf", small_pdf.pdf([PAGE, PAGE[1:]])), "--kind", "report")
    text = portal.text("reports/year.txt")
    expect("\n    学校坐落在湖边，占地五百余亩，校舍二十万平方米，设有机械、\n信息、商贸三个学院。\n" in text, text)
    expect("\n\f1 办学条件\n" in text, f"no form feed before the second page: {text!r}")
    expect('title: "湖滨职业技术学院质量年报"\n' in portal.text("reports/year.yaml"), portal.text("reports/year.yaml"))
    portal.check()


def pdf_table(portal):
    portal.imports(portal.put("table.pdf", small_pdf.pdf([PAGE + TABLE])), "--kind", "report")
    rows = "序号\t名称\t台套\n1\t数控加工与自动装配实训室\t12\n2\t物流实训室\t\n"
    expect(rows in portal.text("reports/table.txt"), portal.text("reports/table.txt"))


def pdf_box_ends_its_case(portal):
    portal.imports(portal.put("box.pdf", small_pdf.pdf([PAGE + BOX])))
    text = portal.text("reports/box.txt").split("\n")
    expect("近碰到的难题。" in text, str(text))
    blocks = json.loads(portal.run("inspect", "--json", "content/reports/box.txt").stdout)["blocks"]
    cases = {block["text"][:4]: block["case"] for block in blocks if block["kind"] == "paragraph" and block["section"] == "1.1"}
    expect(cases == {"下面的案": None, "企业的师": "1-1", "除此之外": None}, f"{cases}\n{portal.text('reports/box.yaml')}")


def pdf_without_an_ending(portal):
    portal.imports(portal.put("paper", small_pdf.pdf([PAGE])))
    expect("reports/paper.txt" in portal.new_files() or "articles/paper.txt" in portal.new_files(), str(portal.new_files()))


def pdf_that_cannot_be_read(portal):
    whole = small_pdf.pdf([PAGE])
    for name, data, kind in (("broken", b"%PDF-1.4\n" + bytes(range(256)), "import/pdf-broken"), ("none", b"no pdf at all", "import/pdf-broken"),
                             ("empty", b"", "import/pdf-broken"), ("locked", small_pdf.pdf([PAGE], encrypted=True), "import/pdf-locked"),
                             ("scanned", small_pdf.pdf([["0 0 m 10 10 l S"], []]), "import/pdf-without-text")):
        done = portal.imports(portal.put(f"{name}.pdf", data), code=1)
        expect(kind in done.stderr and "  = " in done.stderr, f"{name}: {done.stderr}")
    portal.imports(portal.put("cut.pdf", whole.replace(b"startxref", b"startxxxx")))  # its table of objects is rebuilt
    expect(all("cut" in name for name in portal.new_files()), str(portal.new_files()))


def pdf_pages_without_text_are_told(portal):
    done = portal.imports(portal.put("half.pdf", small_pdf.pdf([PAGE, [], PAGE])))
    expect("import/pdf-empty-pages" in done.stderr and "1 of 3 pages" in done.stderr, done.stderr)


def pdf_pictures_need_a_program(portal):
    portal.put("year.pdf", small_pdf.pdf([PAGE]))
    done = portal.imports("year.pdf", environment={"PATH": "/nonexistent"})
    expect("import/no-pdfimages" in done.stderr, done.stderr)


def pdf_with_a_hostile_name(portal):
    portal.imports("--", portal.put("-x $(touch evil) 'y'.pdf", small_pdf.pdf([PAGE])))
    expect(not (portal.folder / "evil").exists(), "a name was run as a command")


# Word.

def word_needs_pandoc(portal):
    portal.put("a.docx", b"PK\3\4")
    done = portal.imports("a.docx", code=1, environment={"PATH": "/nonexistent"})
    expect("import/no-pandoc" in done.stderr and "install pandoc" in done.stderr, done.stderr)


def word(portal):
    if not shutil.which("pandoc"):
        raise Skipped("no pandoc")
    source = portal.put("source.md", "# 湖滨职业技术学院质量年报（2024年度）\n\n## 1.1 师资\n\n案例 1-1 老师下车间\n\n每个学期都有教师到车间顶岗。\n\n"
                        "| 序号 | 名称 |\n|---|---|\n| 1 | 数控 |\n")
    subprocess.run(["pandoc", source, "-o", "- 年报 $(x).docx"], cwd=portal.folder, check=True, timeout=120)
    portal.imports("--", "- 年报 $(x).docx")
    name = next(name for name in portal.new_files() if name.endswith(".md"))
    text = portal.text(name)
    for part in ("school: hubin", "year: 2024", "# 湖滨职业技术学院质量年报（2024年度）", "## 1.1 师资", "案例 1-1 老师下车间", "数控"):
        expect(part in text, f"{part} is missing:\n{text}")
    portal.check()
    done = portal.imports(portal.put("broken.docx", b"PK\3\4 nothing"), code=1)
    expect("import/pandoc-failed" in done.stderr, done.stderr)


def word_pictures(portal):
    if not shutil.which("pandoc"):
        raise Skipped("no pandoc")
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "pdf"))
    import printing
    portal.put("p.png", printing.png(40, 30, (9, 90, 200)))
    source = portal.put("source.md", "# 消息\n\n正文。\n\n![门口](p.png)\n")
    subprocess.run(["pandoc", source, "-o", "pictures.docx"], cwd=portal.folder, check=True, timeout=120)
    portal.imports("pictures.docx")
    pictures = [name for name in portal.new_files() if name.startswith("pictures/")]
    expect(len(pictures) == 1, str(portal.new_files()))
    text = portal.text("articles/pictures.md")
    expect(f"../{pictures[0]}" in text, text)
    portal.check()


TESTS = [text_in_every_encoding, proposals_of_a_report, what_is_unsure_is_said, comments_in_english, markdown_keeps_its_front_matter,
         complete_front_matter_stays, html_keeps_its_bytes, kind_chooses_the_folder, folder_is_walked, folder_around_the_content, empty_folder,
         nothing_is_overwritten, lone_sidecar_is_not_overwritten, id_of_another_kind, two_inputs_of_one_id, one_input_named_twice,
         second_run_changes_nothing, hostile_names, links_do_not_lead_out, what_is_not_there, binary_and_empty_files, others_go_on,
         unwritable_content, pdf_lines, pdf_table, pdf_box_ends_its_case, pdf_without_an_ending, pdf_that_cannot_be_read,
         pdf_pages_without_text_are_told, pdf_pictures_need_a_program, pdf_with_a_hostile_name, word_needs_pandoc, word, word_pictures]


def main():
    passed = failed = 0
    for test in TESTS:
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(Portal(folder, "en" if test is comments_in_english else "zh-CN"))
                passed += 1
            except Skipped as why:
                print(f"skipped: {test.__name__}: {why}")
            except (Failed, OSError, UnicodeError, StopIteration, ValueError) as error:
                print(f"{test.__name__}: {type(error).__name__}: {error}")
                failed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
