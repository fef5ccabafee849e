"""Prints what `inspect --json` says of a report as a PDF, the way a college would: an HTML page of its own, printed by Chromium.

A style says how: how cases stand out, how tables are ruled, where the running heads are. The PDF holds nothing but what the blocks hold,
so what is read back from it can be held against the blocks.
"""

import base64
import html
import shutil
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path

ENGINES = ("chromium", "chromium-browser", "google-chrome")

PAGE = """
@page {{ size: A4; margin: {margin}; {page} }}
html {{ font-family: {font}; font-size: {size}; line-height: {leading}; }}
body {{ margin: 0; text-align: justify; }}
p {{ margin: 0; text-indent: 2em; }}
h1 {{ font-size: 1.5em; text-align: {chapters}; margin: 1em 0 .8em; break-after: avoid; {newpage} }}
h2 {{ font-size: 1.25em; margin: .8em 0 .5em; break-after: avoid; }}
h3, h4, h5 {{ font-size: 1.08em; margin: .6em 0 .4em; break-after: avoid; }}
.case > .t {{ font-weight: bold; text-indent: 0; text-align: {titles}; break-after: avoid; }}
.case {{ {case} }}
table {{ border-collapse: collapse; width: 100%; margin: .3em 0; font-size: .9em; line-height: 1.4; }}
td, th {{ {cell} padding: .2em .4em; text-align: {align}; vertical-align: middle; font-weight: inherit; }}
tr {{ break-inside: {split}; }}
{rules}
.caption {{ text-align: center; text-indent: 0; font-size: .9em; margin: .4em 0; break-inside: avoid; }}
.note {{ text-indent: 0; font-size: .85em; }}
.picture {{ display: block; height: 5em; width: 60%; margin: .5em auto; background: #d8dee4; break-after: avoid; }}
"""

HEAD = ("@top-center {{ content: '{head}'; font-size: 9pt; }} @bottom-center {{ content: '{foot}' counter(page) '{behind}'; font-size: 9pt; }}")

# The ways of printing. `case`: CSS of a case; `cell`: of a cell; `rules`: more rules of tables.
STYLES = {
    "boxed": dict(margin="2.5cm 2.6cm", font="'Noto Serif CJK SC'", size="12pt", leading="1.6", chapters="center", newpage="",
                  titles="center", case="border: 1px solid #333; padding: .4em .8em; margin: .5em 0;",
                  cell="border: 1px solid #000;", align="center", split="avoid", rules="", page=("", "")),
    "narrow": dict(margin="2.2cm 2.8cm", font="'Noto Sans CJK SC'", size="10.5pt", leading="1.75", chapters="left",
                   newpage="break-before: page;", titles="left", case="padding: 0 2em; font-size: .95em; margin: 1em 0;",
                   cell="border: 1px solid #888;", align="left", split="auto", rules="", page=("第 ", " 页")),
    "shaded": dict(margin="3cm 2.4cm", font="'Noto Serif CJK SC'", size="14pt", leading="1.5", chapters="center", newpage="",
                   titles="left", case="background: #eef3f8; padding: .3em 1em; margin: .8em 0;",
                   cell="", align="left", split="avoid", page=("- ", " -"),
                   rules="table { border-top: 1.5px solid #000; border-bottom: 1.5px solid #000; } "
                         "thead { border-bottom: 1px solid #000; }"),
}


def engine():
    """The browser that prints; None where there is none."""
    return next((found for found in map(shutil.which, ENGINES) if found), None)


def print_pdf(page, pdf):
    """Prints the text of an HTML page to the file `pdf`."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page, encoding="utf-8")
        subprocess.run(
            [engine(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
             "--disable-background-networking", "--disable-component-update", "--no-first-run", "--no-pdf-header-footer",
             "--virtual-time-budget=10000", f"--user-data-dir={folder}/profile", f"--print-to-pdf={pdf}", source.as_uri()],
            check=True, timeout=180, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def png(width, height, colour):
    """A PNG of one colour with a diagonal, so that no two colours compress to the same picture."""
    rows = b"".join(b"\0" + b"".join(bytes(colour if (x + y) % 17 else (255, 255, 255)) for x in range(width)) for y in range(height))
    chunk = lambda name, data: struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def picture_address(image):
    return "data:image/png;base64," + base64.b64encode(image).decode()


def printed_heading(block):
    return " ".join(filter(None, [block.get("printed") or block["number"], block["title"]]))


def table_of(block):
    columns = "".join(f"<th>{html.escape(name)}</th>" for name in block["columns"])
    rows = []
    for row in block["rows"]:
        if isinstance(row, dict):
            rows.append(f'<tr><td colspan="{len(block["columns"])}">{html.escape(row["group"])}</td></tr>')
        else:
            rows.append("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>")
    return f"<table><thead><tr>{columns}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def exhibit(word, block):
    return f'<p class="caption">{word} {html.escape(block["number"])} {html.escape(block["caption"])}</p>'


def body_of(blocks, pictures):
    """The blocks as HTML; a case is one element around all that it holds. `pictures`: number of a figure → PNG."""
    out = []
    case = None
    for block in blocks:
        kind = block["kind"]
        if kind in ("noise", "front-matter", "repeat", "contents"):
            continue
        inside = block["number"] if kind == "case" else block.get("case")
        if case is not None and (kind == "case" or inside != case):
            out.append("</div>")
            case = None
        if kind == "heading":
            out.append(f"<h{block['level']}>{html.escape(printed_heading(block))}</h{block['level']}>")
        elif kind == "case":
            case = inside
            out.append(f'<div class="case"><p class="t">案例 {block["number"]} {html.escape(block["title"])}</p>')
        elif kind == "paragraph":
            out.append(f"<p>{html.escape(block['text'])}</p>")
        elif kind == "figure":
            image = pictures.get(block["number"])
            drawn = f'<img class="picture" src="{picture_address(image)}">' if image else '<div class="picture"></div>'
            out.append(drawn + exhibit("图", block))
        elif kind == "table":
            out.append(exhibit("表", block) + table_of(block))
        elif kind == "source":
            out.append(f'<p class="note">{html.escape(block["text"])}</p>')
        elif kind == "list":
            out += [f"<p>{html.escape(item['marker'] + item['text'])}</p>" for item in block["items"]]
        else:
            raise ValueError(f"no way to print a {kind}")
    return "\n".join(out) + ("</div>" if case is not None else "")


def page_of(dump, style, pictures=None):
    """The HTML page that prints a dump in a style."""
    values = dict(STYLES[style])
    foot, behind = values["page"]
    values["page"] = HEAD.format(head=dump["title"], foot=foot, behind=behind)
    blocks = [block for block in dump["blocks"]]
    return (f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{html.escape(dump["title"])}</title>'
            f"<style>{PAGE.format(**values)}</style><body>{body_of(blocks, pictures or {})}</body></html>")
