import urllib.error
import urllib.request
from collections import deque
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from bs4 import BeautifulSoup


def task_func(start, agent="audit-bot", depth=3):
    parts = urlsplit(start)
    robots = RobotFileParser(f"{parts.scheme}://{parts.netloc}/robots.txt")
    robots.read()
    seen = {start}
    visited, broken = [], []
    queue = deque([("", start, 0)])
    while queue:
        parent, url, level = queue.popleft()
        visited.append(url)
        request = urllib.request.Request(url, headers={"User-Agent": agent})
        try:
            response = urllib.request.urlopen(request)
        except urllib.error.HTTPError as error:
            broken.append((parent, url, error.code))
            continue
        with response:
            if response.headers.get_content_type() != "text/html" or level >= depth:
                continue
            soup = BeautifulSoup(response.read(), "html.parser")
        base = soup.find("base", href=True)
        origin = urljoin(response.url, base["href"]) if base else response.url
        for a in soup.find_all("a", href=True):
            link, _ = urldefrag(urljoin(origin, a["href"]))
            if urlsplit(link).netloc == parts.netloc and link not in seen and robots.can_fetch(agent, link):
                seen.add(link)
                queue.append((url, link, level + 1))
    return {"visited": visited, "broken": broken}
