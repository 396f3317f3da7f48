import json
import unittest
from unittest import mock
from urllib import request
from urllib.error import URLError


def task_func(url):
    """Fetch a JSON document and give its title.

    The document is fetched with urllib.request.urlopen, called once with the URL and a timeout of 5 seconds, and used
    as a context manager.

    Parameters:
    - url (str): the address of the document, a JSON object.

    Returns:
    - str or None: the object's "title" without surrounding white space; None if it has none, or if the address cannot
      be reached (urllib.error.URLError).

    Requirements:
    - urllib
    - json

    Example:
    >>> task_func("http://127.0.0.1:1/") is None
    True
    """
    try:
        with request.urlopen(url, timeout=5) as answer:
            title = json.load(answer).get("title")
    except URLError:
        return None
    return title if title is None else title.strip()


class TestCases(unittest.TestCase):
    def answer(self, text):
        opened = mock.MagicMock()
        opened.return_value.__enter__.return_value.read.return_value = text.encode()
        return opened

    def test_title(self):
        with mock.patch("urllib.request.urlopen", self.answer('{"title": " News \\n"}')):
            self.assertEqual(task_func("http://a.example/x"), "News")

    def test_call(self):
        with mock.patch("urllib.request.urlopen", self.answer('{"title": "x"}')) as opened:
            task_func("http://b.example/")
        opened.assert_called_once_with("http://b.example/", timeout=5)

    @mock.patch("urllib.request.urlopen", side_effect=URLError("unreachable"))
    def test_unreachable(self, opened):
        self.assertIsNone(task_func("http://c.example/"))
        self.assertEqual(opened.call_args, mock.call("http://c.example/", timeout=5))

    def test_no_title(self):
        with mock.patch("urllib.request.urlopen", self.answer("{}")) as opened:
            self.assertIsNone(task_func("http://d.example/"))
        self.assertEqual(opened.call_count, 1)
