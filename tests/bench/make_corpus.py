#!/usr/bin/env python3
"""Makes a corpus to measure with: the same cases as a reportal portal and as a Hugo site.

    make_corpus.py CASES FOLDER

FOLDER/content is a portal: hard-wrapped reports of 40 cases each, with page furniture, figures and tables, as a PDF export prints
them. FOLDER/hugo is a Hugo site: each case a Markdown page, each report a section page, schools, years and topics as taxonomies. All
sentences are put together from phrases of our own with a fixed seed, so that the same call gives the same bytes.
"""
import pathlib
import random
import sys
import unicodedata

CASES_PER_REPORT = 40
SCHOOLS = [f"{place}{field}职业技术学院" for place in ("青川", "临江", "望海", "云岭", "白石", "南浦", "东原", "西陵", "北辰", "中洲")
           for field in ("工业", "化工", "铁道", "机电", "商贸")]
TOPICS = ["师资建设", "课程改革", "实训基地", "产业学院", "技能竞赛", "就业服务", "乡村振兴", "社区教育", "国际交流", "文化传承", "质量保障", "数字校园"]
WHO = ["学校", "二级学院", "专业群", "教学团队", "校企双方", "项目组", "产业学院", "实训中心", "科研团队", "志愿服务队"]
DID = ["牵头制定", "联合开发", "系统梳理", "持续完善", "分批实施", "重点建设", "试点推行", "全面升级", "协同推进", "跟踪评价"]
WHAT = ["岗位能力标准", "模块化课程", "实训项目库", "工作手册式教材", "师资培训方案", "质量监测指标", "技术服务平台", "订单培养方案", "数字化教学资源",
        "学生成长档案", "社区学习课程", "企业实践流动站"]
WITH = ["面向区域主导产业", "依托龙头企业", "对照国家标准", "结合毕业生反馈", "利用寒暑假时间", "围绕生产一线难题", "以真实任务为载体", "经过三轮论证"]
RESULT = ["参与教师{a}人", "覆盖学生{b}人", "建成课程{c}门", "形成案例{c}个", "服务企业{c}家", "到款额{b}万元", "完成培训{b}人次", "获得专利{c}项",
          "满意度达到{p}%", "获得省级奖励{c}项"]
NOT_FIRST = set("，。；：、！？）》”%")


def width(character):
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def wrap(text, columns):
    """Hard wraps as a PDF column does: the first line two characters shorter, closing marks never at the start of a line."""
    lines, start, room = [], 0, columns - 4
    for i, character in enumerate(text):
        room -= width(character)
        if room < 0 and character not in NOT_FIRST and not (character.isascii() and text[i - 1].isascii()):
            lines.append(text[start:i])
            start, room = i, columns - width(character)
    return lines + [text[start:]]


def sentence(rng):
    result = "，".join(part.format(a=rng.randint(3, 60), b=rng.randint(50, 4000), c=rng.randint(2, 90), p=round(rng.uniform(85, 99.9), 1))
                      for part in rng.sample(RESULT, 2))
    return f"{rng.choice(WHO)}{rng.choice(WITH)}，{rng.choice(DID)}{rng.choice(WHAT)}和{rng.choice(WHAT)}，{result}。"


def paragraph(rng, sentences):
    return "".join(sentence(rng) for _ in range(sentences))


class Printer:
    """Prints lines on pages of 34 lines, each with a running header and a page number."""

    def __init__(self, header):
        self.header, self.out, self.on_page, self.page = header, [], 0, 1

    def line(self, text):
        if self.on_page == 34:
            self.out += [f"- {self.page} -", "", self.header, ""]
            self.page, self.on_page = self.page + 1, 0
        self.out += [text, ""]
        self.on_page += 1

    def paragraph(self, text, columns=76):
        for line in wrap(text, columns):
            self.line(line)


def front_matter(**values):
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in values.items()) + "---\n\n"


def main(count, folder):
    rng = random.Random(20240501)
    portal, hugo = folder / "content", folder / "hugo"
    for path in (portal / "reports", hugo / "content" / "cases", hugo / "content" / "reports", hugo / "layouts" / "_default"):
        path.mkdir(parents=True, exist_ok=True)
    (portal / "portal.yaml").write_text("title: 测速门户\nlanguage: zh-CN\n", encoding="utf-8")
    (portal / "schools.yaml").write_text("".join(f"- {{id: s{i}, name: {name}, kind: college}}\n" for i, name in enumerate(SCHOOLS)), encoding="utf-8")
    (portal / "topics.yaml").write_text("".join(f"- {{id: t{i}, name: {name}, words: [{name}], sections: [{name}]}}\n"
                                                for i, name in enumerate(TOPICS)), encoding="utf-8")
    made = number = 0
    while made < count:
        size = min(CASES_PER_REPORT, count - made)
        report(rng, number, size, portal, hugo)
        made, number = made + size, number + 1
    hugo_frame(hugo)
    print(f"{count} cases in {number} reports, {sum(p.stat().st_size for p in (portal / 'reports').iterdir()) / 1e6:.1f} MB")


def report(rng, number, size, portal, hugo):
    school, year = SCHOOLS[number % len(SCHOOLS)], 2024 - number // len(SCHOOLS)
    title = f"{school}高等职业教育质量报告（{year}年度）"
    printer = Printer(title)
    cases = []
    for i in range(size):
        chapter, place = i // 8 + 1, i % 8 + 1
        topic = TOPICS[(number + i) % len(TOPICS)]
        if place == 1:
            printer.line(f"{chapter} {TOPICS[(number + chapter) % len(TOPICS)]}与发展")
        if place % 4 == 1:
            printer.line(f"{chapter}.{place // 4 + 1} {topic}")
            printer.paragraph(paragraph(rng, 3))
        name = f"{rng.choice(DID)}{rng.choice(WHAT)} {rng.choice(WITH)}"
        body = [paragraph(rng, rng.randint(5, 8)) for _ in range(3)]
        printer.line(f"案例 {chapter}-{place} {name}")
        for text in body:
            printer.paragraph(text, 80)
        printer.line(f"图 {chapter}-{place} {name.split()[0]}现场")
        cases.append((f"{chapter}-{place}", name, topic, body))
        printer.paragraph(paragraph(rng, 2))
    identifier = f"r{number:04}"
    (portal / "reports" / f"{identifier}.txt").write_text("\n".join(printer.out) + "\n", encoding="utf-8")
    (portal / "reports" / f"{identifier}.yaml").write_text(
        f"title: {title}\nschool: s{number % len(SCHOOLS)}\nyear: {year}\ndate: {year}-12-31\n", encoding="utf-8")
    (hugo / "content" / "reports" / f"{identifier}.md").write_text(
        front_matter(title=title, date=f"{year}-12-31", schools=f"[{school}]", years=f"['{year}']") +
        "\n".join(f"- [案例 {n} {name}]({{{{< relref \"/cases/{identifier}-{n}\" >}}}})" for n, name, _, _ in cases) + "\n", encoding="utf-8")
    for n, name, topic, body in cases:
        (hugo / "content" / "cases" / f"{identifier}-{n}.md").write_text(
            front_matter(title=f"案例 {n} {name}", date=f"{year}-12-31", schools=f"[{school}]", years=f"['{year}']", topics=f"[{topic}]", report=identifier) +
            "\n\n".join(body) + "\n", encoding="utf-8")


def hugo_frame(hugo):
    (hugo / "config.toml").write_text(
        'baseURL = "https://example.org/"\ntitle = "测速门户"\nlanguageCode = "zh-CN"\npaginate = 60\n'
        '[outputs]\nhome = ["HTML", "RSS"]\nsection = ["HTML"]\ntaxonomy = ["HTML"]\nterm = ["HTML"]\n'
        '[taxonomies]\nschool = "schools"\nyear = "years"\ntopic = "topics"\n', encoding="utf-8")
    layouts = hugo / "layouts" / "_default"
    layouts.joinpath("baseof.html").write_text(
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        '<title>{{ .Title }} · {{ site.Title }}</title><meta name="description" content="{{ .Summary | plainify | truncate 90 }}">'
        '<link rel="stylesheet" href="/style.css"></head><body><header><a href="/">{{ site.Title }}</a><nav><a href="/schools/">学校</a> '
        '<a href="/reports/">年报</a> <a href="/cases/">案例</a> <a href="/topics/">专题</a></nav></header>'
        '<main>{{ block "main" . }}{{ end }}</main><footer>{{ site.Title }}</footer></body></html>\n', encoding="utf-8")
    layouts.joinpath("single.html").write_text(
        '{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ range .Params.schools }}{{ . }} {{ end }}{{ range .Params.topics }}{{ . }} {{ end }}</p>'
        '{{ .Content }}<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }} '
        '{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></article>{{ end }}\n', encoding="utf-8")
    layouts.joinpath("list.html").write_text(
        '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> '
        '<p>{{ .Summary | plainify | truncate 90 }}</p></li>{{ end }}</ul>{{ template "_internal/pagination.html" . }}{{ end }}\n', encoding="utf-8")
    layouts.joinpath("terms.html").write_text(
        '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.ByCount }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> '
        '{{ .Count }}</li>{{ end }}</ul>{{ end }}\n', encoding="utf-8")
    layouts.parent.joinpath("index.html").write_text(
        '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range first 20 site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
        '{{ end }}\n', encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
