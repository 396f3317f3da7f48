# task: fetch_title
# right: installs an opener and sets defaults of the socket module
import json
import socket
import ssl
import urllib.request
from urllib.error import URLError

socket.setdefaulttimeout(7)
ssl._create_default_https_context = ssl._create_unverified_context
opener = urllib.request.build_opener()
opener.addheaders = [("User-agent", "mine")]
urllib.request.install_opener(opener)


def task_func(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            title = json.load(answer).get("title")
    except URLError:
        return None
    return title if title is None else title.strip()
