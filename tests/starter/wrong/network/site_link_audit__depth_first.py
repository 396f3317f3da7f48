import urllib.error
import urllib.request
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from bs4 import BeautifulSoup


def task_func(start, agent="audit-bot", depth=3):
    def get(url):
        request = urllib.request.Request(url, headers={"User-Agent": agent})
        return urllib.request.urlopen(request)

    robots = RobotFileParser()
    try:
        with get(urljoin(start, "/robots.txt")) as resp:
            robots.parse(resp.read().decode("utf-8").splitlines())
    except urllib.error.HTTPError:
        robots.allow_all = True
    site = urlsplit(start)[:2]
    visited, status, links = [], {}, []

    def crawl(url, level):
        if url in status:
            return
        visited.append(url)
        status[url] = 200
        try:
            with get(url) as resp:
                html = resp.read() if resp.headers.get_content_type() == "text/html" else b""
                final = resp.geturl()
        except urllib.error.HTTPError as exc:
            status[url] = exc.code
            return
        if level >= depth:
            return
        soup = BeautifulSoup(html, "html.parser")
        base = soup.find("base", href=True)
        if base:
            final = urljoin(final, base["href"])
        for a in soup.find_all("a", href=True):
            target = urldefrag(urljoin(final, a["href"]))[0]
            if urlsplit(target)[:2] != site or not robots.can_fetch(agent, target):
                continue
            if (url, target) not in links:
                links.append((url, target))
            crawl(target, level + 1)

    crawl(start, 0)
    broken = [("", start, status[start])] if status[start] != 200 else []
    broken += [(page, link, status[link]) for page, link in links if status[link] != 200]
    return {"visited": visited, "broken": broken}
