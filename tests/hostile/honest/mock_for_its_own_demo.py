# task: fetch_title
# right: demonstrates itself at import under its own mock.patch
from unittest.mock import MagicMock, patch


def task_func(url):
    try:
        with request.urlopen(url, timeout=5) as answer:
            title = json.load(answer).get("title")
    except URLError:
        return None
    return title.strip() if title is not None else None


with patch("urllib.request.urlopen") as opened:
    opened.return_value.__enter__.return_value.read.return_value = b'{"title": " demo "}'
    assert task_func("http://demo/") == "demo"
    opened.assert_called_once()
    assert isinstance(opened, MagicMock)
