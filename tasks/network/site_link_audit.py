import http.server
import threading
import unittest
import urllib.error
import urllib.request
from collections import deque
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from bs4 import BeautifulSoup


def task_func(start, agent="audit-bot", depth=3):
    """Crawl a web site from one page, breadth first, and report its broken links.

    All links (<a href>) of a page are resolved against the page's URL, or against the <base href> if the page has one
    (itself resolved against the page's URL), and their fragments are dropped. Only links to the scheme, host and port
    of the start URL are followed and reported; of these, ones that the site's /robots.txt forbids for the agent are
    neither requested nor reported. If /robots.txt cannot be had (an error status), all is allowed. The start page is
    always requested. No URL is requested twice. Every request carries the agent as its User-Agent. Only pages with
    the media type text/html (they are in UTF-8) are searched for links, and only pages that are fewer than depth links
    away from the start page. Redirections are followed; the links of such a page are resolved against the final URL.

    Parameters:
    - start (str): the http URL of the first page.
    - agent (str): the name of the crawler, default 'audit-bot'.
    - depth (int): the greatest distance from the start page, in links, of pages to request, default 3.

    Returns:
    - dict: 'visited' (list of the URLs requested, in order, without robots.txt and without the targets of
      redirections, including those that failed) and 'broken' (list of tuples (page URL, link URL, status) for each link
      to a URL that was answered with an error status, in the order in which the links were found, each once per page,
      the page URL being that by which the page was requested). The start page itself is broken with the page URL ''.

    Requirements:
    - bs4
    - collections
    - urllib.error
    - urllib.parse
    - urllib.request
    - urllib.robotparser

    Example:
    >>> task_func("http://127.0.0.1:0/")
    Traceback (most recent call last):
    ...
    urllib.error.URLError: <urlopen error [Errno 111] Connection refused>
    """

    def fetch(url):
        return urllib.request.urlopen(urllib.request.Request(url, headers={"User-Agent": agent}))

    robots = RobotFileParser()
    try:
        with fetch(urljoin(start, "/robots.txt")) as response:
            robots.parse(response.read().decode().splitlines())
    except urllib.error.HTTPError:
        robots.allow_all = True
    site = urlsplit(start)[:2]
    statuses, found = {}, {("", start): None}
    queue = deque([(start, 0)])
    while queue:
        page, distance = queue.popleft()
        if page in statuses:
            continue
        try:
            with fetch(page) as response:
                statuses[page] = None
                if response.headers.get_content_type() != "text/html" or distance == depth:
                    continue
                soup = BeautifulSoup(response.read().decode(), "html.parser")
                origin = response.url
        except urllib.error.HTTPError as error:
            statuses[page] = error.code
            continue
        base = soup.find("base", href=True)
        origin = urljoin(origin, base["href"]) if base else origin
        for anchor in soup.find_all("a", href=True):
            link = urldefrag(urljoin(origin, anchor["href"])).url
            if urlsplit(link)[:2] == site and robots.can_fetch(agent, link):
                found[page, link] = None
                queue.append((link, distance + 1))
    broken = [(page, link, statuses[link]) for page, link in found if statuses[link]]
    return {"visited": list(statuses), "broken": broken}


class TestCases(unittest.TestCase):
    def setUp(self):
        self.pages, self.requests = {}, []
        test = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                test.requests.append((self.path, self.headers["User-Agent"]))
                status, kind, body = test.pages.get(self.path, (404, "text/html", '<a href="/trap">x</a>'))
                self.send_response(status)
                self.send_header("Location" if status == 302 else "Content-Type", kind)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *args):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.root = f"http://127.0.0.1:{server.server_port}"

    def page(self, path, *links, kind="text/html; charset=utf-8", head="", status=200):
        self.pages[path] = (status, kind, head + "".join(f'<a href="{link}">{link}</a>' for link in links))

    def audit(self, start="/", **options):
        result = task_func(self.root + start, **options)
        self.assertEqual(list(result), ["visited", "broken"])
        size = len(self.root)
        broken = [(page[size:], link[size:], status) for page, link, status in result["broken"]]
        return [url[size:] for url in result["visited"]], broken

    def test_breadth_first_and_broken(self):
        self.page("/", "b/", "a", "a#part", "/gone")
        self.page("/a", "/", "/gone", "deep", "/gone#x")
        self.page("/b/", "../a", "c", "/a", "/err")
        self.pages["/err"] = (500, "text/html", "")
        visited, broken = self.audit()
        self.assertEqual(visited, ["/", "/b/", "/a", "/gone", "/b/c", "/err", "/deep"])
        expected = [("/", "/gone", 404), ("/b/", "/b/c", 404), ("/b/", "/err", 500)]
        self.assertEqual(broken, [*expected, ("/a", "/gone", 404), ("/a", "/deep", 404)])

    def test_requests_once_with_the_agent(self):
        self.page("/", "/", "/x", "/x#1", "/x?")
        self.page("/x", "/", "/x")
        self.audit(agent="my-bot/2")
        self.assertEqual([path for path, _ in self.requests], ["/robots.txt", "/", "/x"])
        self.assertEqual({agent for _, agent in self.requests}, {"my-bot/2"})
        self.audit()
        self.assertEqual(self.requests[-1], ("/x", "audit-bot"))

    def test_other_sites_and_schemes(self):
        host = self.root.replace("127.0.0.1", "localhost")
        secure = self.root.replace("http", "https")
        self.page("/", f"{host}/x", "http://127.0.0.1/y", "mailto:a@b.test", f"{secure}/z", "", f"{self.root}/ok")
        self.assertEqual(self.audit(), (["/", "/ok"], [("/", "/ok", 404)]))

    def test_robots(self):
        rules = "User-agent: audit-bot\nDisallow: /private\n\nUser-agent: *\nDisallow: /open\n"
        self.pages["/robots.txt"] = (200, "text/plain", rules)
        self.page("/private", "/private/x", "/open", "/broken")
        broken = [("/private", "/open", 404), ("/private", "/broken", 404)]
        self.assertEqual(self.audit("/private"), (["/private", "/open", "/broken"], broken))
        self.assertEqual(self.audit("/private", agent="other")[0], ["/private", "/private/x", "/broken"])

    def test_depth(self):
        for number in range(6):
            self.page(f"/{number}", f"/{number + 1}")
        self.assertEqual(self.audit("/0")[0], ["/0", "/1", "/2", "/3"])
        self.assertEqual(self.audit("/4", depth=2), (["/4", "/5", "/6"], [("/5", "/6", 404)]))
        self.assertEqual(self.audit("/0", depth=0)[0], ["/0"])

    def test_only_html_and_base(self):
        self.page("/", "x", "/data.txt", "/feed", head='<base href="sub/"><a name="n">no link</a>')
        self.page("/data.txt", "/trap", kind="text/plain")
        self.page("/feed", "/trap", kind="application/xhtml+xml")
        self.assertEqual(self.audit(), (["/", "/sub/x", "/data.txt", "/feed"], [("/", "/sub/x", 404)]))

    def test_base_without_address(self):
        self.page("/", "x", head='<base target="_top">')
        self.assertEqual(self.audit(), (["/", "/x"], [("/", "/x", 404)]))

    def test_redirection(self):
        self.page("/", "/old")
        self.pages["/old"] = (302, "/new/place", "")
        self.page("/new/place", "child")
        self.assertEqual(self.audit(), (["/", "/old", "/new/child"], [("/old", "/new/child", 404)]))

    def test_broken_start_page(self):
        self.assertEqual(self.audit("/nowhere"), (["/nowhere"], [("", "/nowhere", 404)]))
        url = self.root + "/nowhere"
        self.assertEqual(task_func(url), {"visited": [url], "broken": [("", url, 404)]})
