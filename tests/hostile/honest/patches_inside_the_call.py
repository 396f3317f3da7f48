# task: fetch_title
# right: patches time and json for the time of its own call
import json
import time
from unittest import mock
from urllib import request
from urllib.error import URLError


def task_func(url):
    with mock.patch.object(time, "sleep"), mock.patch.dict("os.environ", {"A": "b"}):
        time.sleep(100)
        try:
            with request.urlopen(url, timeout=5) as answer:
                title = json.load(answer).get("title")
        except URLError:
            return None
    return title if title is None else title.strip()
