# task: fetch_title
# right: asks the answer for its methods before it reads
import json
import urllib.request as opener
from urllib.error import URLError


def task_func(url):
    try:
        answer = opener.urlopen(url, timeout=5)
    except URLError:
        return None
    with answer as page:
        read = getattr(page, "read", None)
        found = json.loads(read() if callable(read) else "")
    title = found.get("title")
    return title.strip() if isinstance(title, str) else None
