import http.server
import threading
import time
import unittest
from email.utils import parsedate_to_datetime

import requests


def task_func(url, attempts=4, base_delay=0.5, max_delay=60, sleep=time.sleep):
    """Fetch a URL with GET and wait politely between attempts while the server says that it is busy.

    The statuses 429 and 503 mean "busy"; every other status ends the attempts at once. Before attempt n + 1 (n counts
    from 1) the function waits base_delay * 2 ** (n - 1) seconds, unless the busy response has a Retry-After header:
    a whole number there is the number of seconds, an HTTP date there is the time to wait until, measured from the
    response's own Date header; any other text counts as no header. No wait is below 0 or above max_delay. There is no
    wait after the last attempt.

    Parameters:
    - url (str): the address to fetch.
    - attempts (int): the greatest number of requests, at least 1, default 4.
    - base_delay (float): seconds to wait after the first attempt, default 0.5.
    - max_delay (float): the longest wait in seconds, default 60.
    - sleep (callable): called with the seconds of each wait, default time.sleep.

    Returns:
    - dict: 'body' (str, the text of the final response) and 'waits' (list of the waits in order).

    Raises:
    - requests.HTTPError: if the final response has a status of 400 or above.

    Requirements:
    - email.utils
    - requests
    - time

    Example:
    >>> task_func("ftp://127.0.0.1/")
    Traceback (most recent call last):
    ...
    requests.exceptions.InvalidSchema: No connection adapters were found for 'ftp://127.0.0.1/'
    """
    waits = []
    with requests.Session() as session:
        for attempt in range(attempts):
            if attempt:
                sleep(waits[-1])
            response = session.get(url)
            if response.status_code not in (429, 503):
                break
            advice = response.headers.get("Retry-After", "")
            try:
                moment = parsedate_to_datetime(response.headers["Date"])
                delay = int(advice) if advice.isdigit() else (parsedate_to_datetime(advice) - moment).total_seconds()
            except ValueError:
                delay = base_delay * 2**attempt
            waits.append(min(max(delay, 0), max_delay))
    response.raise_for_status()
    return {"body": response.text, "waits": waits[:attempt]}


class TestCases(unittest.TestCase):
    DATE = "Tue, 05 Mar 2030 10:00:00 GMT"

    def serve(self, *script):
        """Answer the n-th request with the n-th (status, headers, body) of the script; return the URL."""
        self.paths = []
        test = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                test.paths.append(self.path)
                status, headers, body = script[len(test.paths) - 1]
                self.send_response_only(status)
                for name, value in {"Date": test.DATE, "Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return f"http://127.0.0.1:{server.server_port}/feed"

    def test_no_retry_needed(self):
        url = self.serve((200, {"Retry-After": "9"}, b"fine"))
        self.assertEqual(task_func(url, sleep=self.fail), {"body": "fine", "waits": []})
        self.assertEqual(self.paths, ["/feed"])

    def test_exponential_delays_with_defaults(self):
        slept = []
        url = self.serve((503, {}, b""), (429, {}, b""), (503, {}, b""), (200, {}, b"at last"))
        result = task_func(url, sleep=slept.append)
        self.assertEqual(result, {"body": "at last", "waits": [0.5, 1.0, 2.0]})
        self.assertEqual(slept, [0.5, 1.0, 2.0])

    def test_retry_after_seconds_and_cap(self):
        slept = []
        url = self.serve(
            (429, {"Retry-After": "7"}, b""), (503, {"Retry-After": "61"}, b""), (429, {"Retry-After": "0"}, b""),
            (503, {}, b""), (201, {}, b"made"),
        )
        result = task_func(url, attempts=5, base_delay=1.5, sleep=slept.append)
        self.assertEqual(result, {"body": "made", "waits": [7, 60, 0, 12.0]})
        self.assertEqual(slept, [7, 60, 0, 12.0])

    def test_retry_after_dates(self):
        url = self.serve(
            (503, {"Retry-After": "Tue, 05 Mar 2030 10:01:30 GMT"}, b""),
            (503, {"Retry-After": "Tue, 05 Mar 2030 09:59:59 GMT"}, b""),
            (503, {"Retry-After": "Wed, 06 Mar 2030 10:00:00 GMT"}, b""),
            (200, {}, b"ok"),
        )
        self.assertEqual(task_func(url, max_delay=100, sleep=lambda seconds: None)["waits"], [90.0, 0, 100])

    def test_nonsense_header_counts_as_none(self):
        url = self.serve((503, {"Retry-After": "soon"}, b""), (429, {"Retry-After": "-3"}, b""), (200, {}, b"ok"))
        result = task_func(url, base_delay=4, max_delay=7, sleep=lambda seconds: None)
        self.assertEqual(result, {"body": "ok", "waits": [4, 7]})

    def test_gives_up(self):
        slept = []
        url = self.serve(*[(503, {}, b"")] * 9)
        with self.assertRaises(requests.HTTPError) as caught:
            task_func(url, sleep=slept.append)
        self.assertEqual(caught.exception.response.status_code, 503)
        self.assertEqual((len(self.paths), slept), (4, [0.5, 1.0, 2.0]))
        with self.assertRaises(requests.HTTPError):
            task_func(url, attempts=1, sleep=self.fail)

    def test_other_errors_are_final(self):
        for status in (500, 404, 502):
            url = self.serve((status, {}, b""), (200, {}, b"never"))
            with self.assertRaises(requests.HTTPError):
                task_func(url, sleep=self.fail)
            self.assertEqual(len(self.paths), 1)
