import hashlib
import hmac
import json
import re
import unittest

from flask import Flask, jsonify, request


def task_func(secrets, handle, clock, tolerance=300):
    """Build a Flask application that receives signed webhooks, each event only once.

    The application answers POST requests on /hooks/<sender> with a JSON object; the body must be a JSON object with a
    text "id". The header "X-Signature" has the form "t=SECONDS,v1=HEX" and may repeat ",v1=HEX", with one to twelve
    decimal digits for SECONDS and 64 lower-case hexadecimal digits for each HEX. One HEX must be the HMAC-SHA256,
    under any of the sender's secrets, of SECONDS, a full stop and the raw body. The checks are made in this order,
    and the first that fails decides the answer's status and its "error": 404 "unknown sender", 400 "bad header" (also
    if it is missing), 401 "bad signature", 403 "bad time" (SECONDS is more than `tolerance` away from the clock, on
    either side), 400 "bad body", 409 "duplicate" (the same sender has sent the id before, and it was handled).
    Otherwise the event is handed to `handle` and the answer is 202 with {"accepted": ID}. If `handle` raises an
    exception, the answer is 500 with "handler failed", and the event may be sent again.

    Parameters:
    - secrets (dict): maps senders' names to lists of secrets (bytes).
    - handle (callable): is called with the sender's name and the decoded body.
    - clock (callable): returns the present Unix time in seconds.
    - tolerance (int): permitted distance in seconds. Default is 300.

    Returns:
    - flask.Flask: the application.

    Requirements:
    - hashlib
    - hmac
    - json
    - re
    - flask

    Example:
    >>> client = task_func({}, print, lambda: 0).test_client()
    >>> client.post("/hooks/shop").get_json()
    {'error': 'unknown sender'}
    """
    app = Flask("webhooks")
    handled = set()

    def refuse(status, error):
        return jsonify(error=error), status

    def receive(sender):
        if sender not in secrets:
            return refuse(404, "unknown sender")
        header = re.fullmatch(r"t=([0-9]{1,12})((?:,v1=[0-9a-f]{64})+)", request.headers.get("X-Signature", ""))
        if header is None:
            return refuse(400, "bad header")
        seconds, offered = header[1], header[2].split(",v1=")[1:]
        body = request.get_data()
        wanted = [hmac.new(key, f"{seconds}.".encode() + body, hashlib.sha256).hexdigest() for key in secrets[sender]]
        if not any(hmac.compare_digest(own, other) for own in wanted for other in offered):
            return refuse(401, "bad signature")
        if abs(clock() - int(seconds)) > tolerance:
            return refuse(403, "bad time")
        try:
            event = json.loads(body)
        except ValueError:
            event = None
        if not isinstance(event, dict) or not isinstance(event.get("id"), str):
            return refuse(400, "bad body")
        if (sender, event["id"]) in handled:
            return refuse(409, "duplicate")
        try:
            handle(sender, event)
        except Exception:
            return refuse(500, "handler failed")
        handled.add((sender, event["id"]))
        return jsonify(accepted=event["id"]), 202

    app.add_url_rule("/hooks/<sender>", view_func=receive, methods=["POST"])
    return app


class TestCases(unittest.TestCase):
    def setUp(self):
        self.now, self.events = 1000, []
        secrets = {"shop": [b"old", b"new"], "bank": [b"new"]}
        app = task_func(secrets, lambda sender, event: self.events.append((sender, event)), lambda: self.now)
        self.client = app.test_client()

    def sign(self, body, key=b"new", seconds="1000"):
        return hmac.new(key, seconds.encode() + b"." + body, "sha256").hexdigest()

    def send(self, body=b'{"id": "e1"}', header=None, sender="shop", client=None):
        if header is None:
            header = f"t=1000,v1={self.sign(body)}"
        response = (client or self.client).post(f"/hooks/{sender}", data=body, headers={"X-Signature": header})
        return response.status_code, response.get_json()

    def test_every_secret_and_every_signature_counts(self):
        body = b'{"id": "e1", "sum": 3}'
        other = "0" * 64
        self.assertEqual(self.send(body, f"t=1000,v1={self.sign(body, b'old')}"), (202, {"accepted": "e1"}))
        body2 = b'{"id": "\xc3\xa4"}'
        header = f"t=1000,v1={other},v1={self.sign(body2)},v1={other}"
        self.assertEqual(self.send(body2, header), (202, {"accepted": "ä"}))
        self.assertEqual(self.events, [("shop", {"id": "e1", "sum": 3}), ("shop", {"id": "ä"})])

    def test_unknown_sender_and_other_methods(self):
        self.assertEqual(self.send(sender="shoe", header="rubbish"), (404, {"error": "unknown sender"}))
        self.assertEqual(self.client.get("/hooks/shop").status_code, 405)

    def test_bad_headers(self):
        good = self.sign(b'{"id": "e1"}')
        headers = [f"v1={good}", "t=1000", f"t=1000,v1={good[:-1]}", f"t=1000,v1={good}0", f"t=-1,v1={good}", ""]
        headers += [f"t=1000,v1={good.upper()}", f"t=1000, v1={good}", f"t={'1' * 13},v1={good}", f"t=,v1={good}"]
        for header in headers:
            with self.subTest(header=header):
                self.assertEqual(self.send(header=header), (400, {"error": "bad header"}))
        self.assertEqual(self.client.post("/hooks/shop", data=b"{}").get_json(), {"error": "bad header"})

    def test_bad_signatures(self):
        body = b'{"id": "e1"}'
        cases = [(self.sign(body, b"old"), "bank"), (self.sign(body + b" "), "shop")]
        cases.append((self.sign(body, seconds="999"), "shop"))
        for signature, sender in cases:
            with self.subTest(sender=sender):
                answer = self.send(body, f"t=1000,v1={signature}", sender)
                self.assertEqual(answer, (401, {"error": "bad signature"}))
        long_time = "1" * 12
        header = f"t={long_time},v1={self.sign(body, seconds=long_time)}"
        self.assertEqual(self.send(body, header), (403, {"error": "bad time"}))

    def test_time_on_either_side(self):
        for now, status in ((699, 403), (700, 202), (1300, 409), (1301, 403)):
            self.now = now
            with self.subTest(now=now):
                self.assertEqual(self.send()[0], status)
        strict = task_func({"shop": [b"new"]}, lambda sender, event: None, lambda: 1002, tolerance=1).test_client()
        self.assertEqual(self.send(client=strict), (403, {"error": "bad time"}))

    def test_bad_bodies(self):
        for body in (b"", b"{", b"[]", b'"id"', b"{}", b'{"id": 7}', b'{"ID": "e"}', b"\xff"):
            with self.subTest(body=body):
                self.assertEqual(self.send(body), (400, {"error": "bad body"}))
        self.assertEqual(self.events, [])

    def test_duplicates_are_counted_by_sender(self):
        self.assertEqual(self.send()[0], 202)
        self.assertEqual(self.send(b'{"id": "e1", "n": 2}'), (409, {"error": "duplicate"}))
        self.assertEqual(self.send(sender="bank"), (202, {"accepted": "e1"}))
        self.assertEqual(self.send(b'{"id": "e2"}')[0], 202)
        self.assertEqual(len(self.events), 3)

    def test_failed_events_may_come_again(self):
        outcomes = [OSError("full"), None]

        def handle(sender, event):
            outcome = outcomes.pop(0)
            if outcome:
                raise outcome

        client = task_func({"shop": [b"new"]}, handle, lambda: 1000).test_client()
        answers = [self.send(client=client) for _ in range(3)]
        expected = [(500, {"error": "handler failed"}), (202, {"accepted": "e1"}), (409, {"error": "duplicate"})]
        self.assertEqual(answers, expected)
