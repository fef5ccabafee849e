#!/usr/bin/env python3
"""`reportal serve` as a browser meets it: the real program on copies of portals, asked over HTTP.

    run.py BINARY

Every change of a source is followed by an event that the page hears; a test waits for that event, never for a time. Ends with
`N passed, N failed`.
"""
import http.client
import json
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parents[2]
LIMIT = 120  # seconds until something that does not come counts as missing
SCRIPT = re.compile(rb'<script src="/_reportal/live\.js" defer data-number="(\d+)"></script>\n</head>')
results = []


def check(name, holds, what=""):
    results.append(bool(holds))
    if not holds:
        print(f"FAIL  {name}  {what!r}")


class Server:
    """The program, serving a folder, until the end of a `with`."""

    def __init__(self, binary, content, *options):
        self.errors = tempfile.TemporaryFile("w+")
        command = [binary, "serve", content, "--lang", "en", *options]
        # A test that runs in the background may have been started to ignore Ctrl-C.
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.errors, text=True,
                                        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        self.said = []
        self.port = None
        for line in self.process.stdout:
            self.said.append(line)
            match = re.match(r"http://localhost:(\d+)/ ", line)
            if match:
                self.port = int(match.group(1))
                break

    def __enter__(self):
        if self.port is None:
            raise RuntimeError(f"no address: {self.said} {self.stderr()}")
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def stderr(self):
        self.errors.seek(0)
        return self.errors.read()

    def ask(self, path, method="GET", host=None, body=None):
        """Status, headers and bytes of one answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)
        try:
            connection.request(method, path, body=body, headers={"Host": host or f"localhost:{self.port}"})
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()


class Events:
    """The stream that a page listens to."""

    def __init__(self, server):
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=LIMIT)
        self.connection.request("GET", "/_reportal/events", headers={"Host": "localhost"})
        self.response = self.connection.getresponse()
        self.type = self.response.headers["Content-Type"]

    def next(self):
        """Name and data of the next event; comments are passed over."""
        name = data = None
        while True:
            line = self.response.readline()
            if not line:
                return "ended", {}
            line = line.decode().rstrip("\n")
            if line.startswith("event: "):
                name = line[7:]
            elif line.startswith("data: "):
                data = json.loads(line[6:])
            elif not line and name:
                return name, data

    def close(self):
        self.connection.close()


def state(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def save(path, text):
    """All at once, so that how fast this test is written makes no difference: whoever looks sees the old file or the new one."""
    hidden = path.with_name("." + path.name)
    hidden.write_text(text, encoding="utf-8")
    hidden.replace(path)


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old} is not in {path}"
    save(path, text.replace(old, new))


def check_answers(server):
    status, headers, page = server.ask("/")
    check("home", status == 200 and headers["Content-Type"] == "text/html; charset=utf-8", (status, headers.items()))
    check("the script stands once, at the end of the head", len(SCRIPT.findall(page)) == 1 and page.count(b"live.js") == 1)
    check("nothing is kept by a cache, no type is guessed",
          (headers["Cache-Control"], headers["X-Content-Type-Options"]) == ("no-store", "nosniff"), headers.items())
    policy = re.search(rb'http-equiv="Content-Security-Policy" content="([^"]*)"', page).group(1).replace(b"&#39;", b"'").decode()
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split(";")}
    for kind in ("connect-src", "script-src", "style-src"):
        check(f"the page's policy lets the preview in: {kind}", "'self'" in rules.get(kind, rules["default-src"]), policy)

    check("HEAD", server.ask("/", "HEAD")[0::2] == (200, b""))
    check("HEAD tells the length", server.ask("/", "HEAD")[1]["Content-Length"] == str(len(page)))
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        status, headers, _ = server.ask("/", method, body="x=1")
        check(f"{method} is refused", (status, headers["Allow"]) == (405, "GET, HEAD"), status)
    for host in ("example.com", f"example.com:{server.port}", f"localhost.example.com:{server.port}"):
        for path in ("/", "/_reportal/events", "/_reportal/live.js"):
            check(f"{path} is refused to {host}", server.ask(path, host=host)[0] == 421)
    for host in ("localhost", "127.0.0.1", "[::1]", f"[::1]:{server.port}"):
        check(f"{host} is answered", server.ask("/", host=host)[0] == 200)

    status, _, missing = server.ask("/no/such/page.html")
    check("404 with the site's page", status == 404 and b'class="page-not_found' in missing, missing[:200])
    links = re.findall(rb' (?:href|src|action)="([^"]*)"', missing)
    check("which leads from the root", all(re.match(rb"/|#|[a-z]+:|$", link) for link in links), links)
    for path in ("/../README.md", "/%2e%2e/README.md", "/..%2f..%2fetc/passwd", "//etc/passwd", "/index.html/../../x"):
        check(f"{path} leads nowhere", server.ask(path)[0] == 404)
    status, headers, _ = server.ask("/articles?x=1")
    check("a folder is sent to its slash", (status, headers["Location"]) == (301, "/articles/?x=1"), (status, headers.items()))
    check("and has a page there", server.ask("/articles/")[0] == 200)

    style = re.search(rb'href="(assets/style[^"]*)"', page).group(1).decode()
    check("a style sheet", server.ask("/" + style)[1]["Content-Type"] == "text/css; charset=utf-8")
    check("robots.txt", server.ask("/robots.txt")[1]["Content-Type"] == "text/plain; charset=utf-8")


def check_reach(server):
    """Only the loopback address that was bound: not another one of the loopback network, not one that others see."""
    others = {"127.0.0.2"}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; says which address this machine would have
            others.add(probe.getsockname()[0])
        except OSError:
            pass
    for address in sorted(others - {"127.0.0.1"}):
        try:
            socket.create_connection((address, server.port), timeout=LIMIT).close()
            reached = True
        except OSError:
            reached = False
        check(f"not to be reached at {address}", not reached)


def check_changes(binary, work):
    content = work / "site" / "content"
    shutil.copytree(root / "tests/sites/one_report/content", content)
    (content / "pages").mkdir()
    (content / "_texts").mkdir()
    (content / "_texts/linked.md").write_text("---\ntitle: 链接页\n---\n链接的第一稿。\n", encoding="utf-8")
    (content / "pages/linked.md").symlink_to("../_texts/linked.md")
    (content / "pages/draft.md").write_text("---\ntitle: 草稿\ndraft: true\n---\n草稿的文字。\n", encoding="utf-8")
    (content / "pages/about.md").write_text("---\ntitle: 关于\n---\n第一稿。\n", encoding="utf-8")
    about = content / "pages/about.md"
    before = state(work)

    with Server(binary, content, "--port", "0") as server:
        check_answers(server)
        check_reach(server)
        check("no draft without --drafts", server.ask("/draft.html")[0] == 404)
        check("nothing was written", state(work) == before)

        events = Events(server)
        check("the stream's type", events.type == "text/event-stream", events.type)
        name, data = events.next()
        first = data["number"]
        number = int(SCRIPT.search(server.ask("/about.html")[2]).group(1))
        check("a page that listens is told of the last build", (name, first) == ("built", number), (name, data))

        replace(about, "第一稿", "第二稿")
        name, data = events.next()
        page = server.ask("/about.html")[2]
        check("a changed file is built", name == "built" and data["number"] > first, (name, data))
        check("and served", "第二稿".encode() in page and int(SCRIPT.search(page).group(1)) == data["number"])

        save(content / "_texts/linked.md", "---\ntitle: 链接页\n---\n链接的第二稿。\n")
        name, _ = events.next()
        check("so is what a link leads to", name == "built" and "链接的第二稿".encode() in server.ask("/linked.html")[2], name)

        save(content / "pages/new.md", "---\ntitle: 新页\n---\n新。\n")
        check("and a new file", events.next()[0] == "built" and server.ask("/new.html")[0] == 200)
        (content / "pages/new.md").unlink()
        check("and one that went", events.next()[0] == "built" and server.ask("/new.html")[0] == 404)

        good = server.ask("/about.html")[2]
        replace(about, "title: 关于", "title: 关于\nyear: 去年 <b>")
        name, failure = events.next()
        problem = "\n".join(failure.get("problems", []))
        check("a broken file is told", name == "failed" and failure["heading"] == "1 error", (name, failure))
        check("with its place, its line and a caret",
              re.search(r"pages/about\.md:3:\d+: error: .*\n +3 \| year: 去年 <b>\n +\| +\^+\n", problem + "\n"), problem)
        check("and the last good page stays", server.ask("/about.html")[2] == good)
        late = Events(server)
        check("a page that comes later hears of it too", late.next() == ("failed", failure))
        late.close()

        replace(about, "year: 去年 <b>\n", "")
        name, data = events.next()
        check("a mended file is built", name == "built" and data["number"] > failure["number"], (name, data))

        (content / ".hidden").write_text("x", encoding="utf-8")
        (content / "pages/about.md~").write_text("x", encoding="utf-8")
        replace(about, "第二稿", "第三稿")
        check("hidden files are no news", events.next()[0] == "built" and "第三稿".encode() in server.ask("/about.html")[2])
        number = int(SCRIPT.search(server.ask("/about.html")[2]).group(1))
        check("each build counts once", number == data["number"] + 1, (number, data))

        for name in (".hidden", "pages/about.md~"):
            (content / name).unlink()
        replace(about, "第三稿", "第一稿")
        events.next()
        save(content / "_texts/linked.md", before["site/content/_texts/linked.md"].decode())
        events.next()
        check("nothing was written all the while", state(work) == before, sorted(state(work).keys() ^ before.keys()))

        server.process.send_signal(signal.SIGTERM)
        check("SIGTERM ends it well, also while pages listen", server.process.wait(timeout=LIMIT) == 0)
        check("and their streams", events.next()[0] == "ended")
        check("the terminal was told of the error", "about.md:3:" in server.stderr() and "1 error," in server.stderr(), server.stderr())
        said = server.said + server.process.stdout.readlines()
        check("and of each build", sum(line.startswith("built again in ") for line in said) >= 7 and
              sum(line.startswith("not built ") for line in said) == 1, said)

    with Server(binary, content, "--port", "0", "--drafts") as server:
        check("drafts with --drafts", server.ask("/draft.html")[0] == 200)
        server.process.send_signal(signal.SIGINT)
        check("Ctrl-C ends it well", server.process.wait(timeout=LIMIT) == 0)


def check_first_failure(binary, work):
    content = work / "broken"
    content.mkdir()
    (content / "portal.yaml").write_text("title: [\n", encoding="utf-8")
    with Server(binary, content, "--port", "0") as server:
        status, _, page = server.ask("/any/page.html")
        check("before there is a site, pages tell the errors", status == 503 and b"portal.yaml:" in page, (status, page))
        check("with a script that waits", re.search(rb'live\.js" defer data-failure="\d+"', page), page)
        events = Events(server)
        check("and so does the stream", events.next()[0] == "failed")
        save(content / "portal.yaml", "title: 门户\n")
        check("until they are mended", events.next()[0] == "built" and server.ask("/")[0] == 200)
        events.close()


def check_ports(binary, work):
    content = root / "tests/sites/nothing_but_a_title/content"
    # A browser tries both addresses for localhost, so a port counts as taken where either of them is.
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            taken = socket.create_server((address, 0), family=family)
        except OSError:
            continue  # a machine without IPv6
        with taken:
            port = taken.getsockname()[1]
            run = subprocess.run([binary, "serve", content, "--port", str(port), "--lang", "en"], capture_output=True, text=True, timeout=LIMIT)
            check(f"a port taken on {address} is an error", run.returncode == 1 and "[serve/port-taken]" in run.stderr and str(port) in run.stderr, run)
            check("and nothing else is said", run.stdout == "", run.stdout)
    with Server(binary, content, "--port", "0") as server:
        run = subprocess.run([binary, "serve", content, "--port", str(server.port), "--lang", "zh"], capture_output=True, text=True, timeout=LIMIT)
        check("also where a second server asks for it", run.returncode == 1 and "已被另一个程序占用" in run.stderr, run)
    with Server(binary, content) as one, Server(binary, content) as two:
        check("without --port, each finds one", one.port != two.port and 8000 <= one.port <= 8020 and 8000 <= two.port <= 8020)
        check("and says that it is another", f"port 8000 is taken; this is {two.port}\n" in two.said, two.said)
    for wrong in ("65536", "-1", "x"):
        run = subprocess.run([binary, "serve", content, "--port", wrong], capture_output=True, text=True, timeout=LIMIT)
        check(f"--port {wrong} is a wrong command line", run.returncode == 2, run)


def check_demo(binary, work):
    """The portal of content/: from a saved file to what a page hears."""
    content = work / "demo"
    shutil.copytree(root / "content", content)
    page = next(iter(sorted((content / "pages").glob("*.md"))))
    with Server(binary, content, "--port", "0") as server:
        events = Events(server)
        events.next()
        times = []
        for _ in range(5):
            start = time.monotonic()
            save(page, page.read_text(encoding="utf-8") + "\n又一段。\n")
            check("the demo portal is built again", events.next()[0] == "built")
            times.append((time.monotonic() - start) * 1000)
        print(f"from a saved file to the event, content/: {sorted(times)[len(times) // 2]:.0f} ms (median of {len(times)})")
        events.close()


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    for part in (check_changes, check_first_failure, check_ports, check_demo):
        with tempfile.TemporaryDirectory() as temporary:
            try:
                part(binary, pathlib.Path(temporary).resolve())
            except Exception as error:  # counts, and ends no other part
                check(part.__name__, False, error)
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
