import base64
import binascii
import hashlib
import hmac
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import Client
from werkzeug.wrappers import Request, Response


def task_func(app, users, realm, public=()):
    """Wrap a WSGI application so that only users with a password reach it (HTTP Basic authentication).

    users maps each name to 'iterations$salt$digest': the PBKDF2-HMAC-SHA256 digest of the UTF-8 password with this
    number of iterations and this salt, salt and digest in lower-case hexadecimal. A request passes if its
    Authorization header has the scheme 'Basic' (in any letter case), one space and the Base64 form, with nothing
    else in it, of 'name:password' in UTF-8, where the name ends at the first colon and the password is right. Then the
    application is called with the WSGI variables REMOTE_USER (the name) and AUTH_TYPE ('Basic').

    Paths that equal an entry of public, or lie below an entry that ends in '/', are open to all: the application is
    called without looking at the header. In that case, REMOTE_USER is removed if the environment has it.

    Every other request is answered with status 401, the plain text body 'Unauthorized' and the header
    WWW-Authenticate: Basic realm="<realm>", charset="UTF-8", with backslashes and double quotes in the realm escaped
    by a backslash.

    Parameters:
    - app (callable): the WSGI application to protect.
    - users (dict): name -> password record as above.
    - realm (str): the realm to show.
    - public (iterable of str): open paths, default none.

    Returns:
    - callable: the protecting WSGI application.

    Requirements:
    - base64
    - binascii
    - hashlib
    - hmac
    - werkzeug.wrappers

    Example:
    >>> gate = task_func(Response("inside"), {}, "Office", ["/open"])
    >>> Client(gate).get("/open").text, Client(gate).get("/").status_code
    ('inside', 401)
    """
    public = tuple(public)
    folders = tuple(path for path in public if path.endswith("/"))
    quoted = realm.replace("\\", "\\\\").replace('"', '\\"')

    def authenticate(header):
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "basic":
            return None
        try:
            name, colon, password = base64.b64decode(token, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return None
        if not colon or name not in users:
            return None
        iterations, salt, digest = users[name].split("$")
        actual = hashlib.pbkdf2_hmac("sha256", password.encode(), bytes.fromhex(salt), int(iterations)).hex()
        return name if hmac.compare_digest(actual, digest) else None

    def gate(environ, start_response):
        request = Request(environ)
        environ.pop("REMOTE_USER", None)
        if request.path not in public and not request.path.startswith(folders):
            name = authenticate(request.headers.get("Authorization", ""))
            if name is None:
                challenge = {"WWW-Authenticate": f'Basic realm="{quoted}", charset="UTF-8"'}
                return Response("Unauthorized", 401, challenge)(environ, start_response)
            environ.update(REMOTE_USER=name, AUTH_TYPE="Basic")
        return app(environ, start_response)

    return gate


class TestCases(unittest.TestCase):
    def record(self, password, salt=b"salt", iterations=3):
        digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, iterations)
        return f"{iterations}${salt.hex()}${digest.hex()}"

    def setUp(self):
        self.seen = []

        @Request.application
        def app(request):
            self.seen.append((request.environ.get("REMOTE_USER"), request.environ.get("AUTH_TYPE")))
            return Response("inside")

        self.app = app
        self.users = {"ann": self.record("a:b"), "nil": self.record("")}
        self.users["jürgen"] = self.record("geheim ü", b"\x00\xff", 7)
        self.gate = task_func(app, self.users, "Office", iter(["/health", "/static/"]))

    def get(self, credentials=None, path="/", scheme="Basic ", **extra):
        if credentials is not None:
            token = base64.b64encode(credentials.encode() if isinstance(credentials, str) else credentials).decode()
            extra["headers"] = {"Authorization": scheme + token}
        return Client(self.gate).get(path, **extra).status_code

    def test_known_record(self):
        # PBKDF2-HMAC-SHA256 of "password" with the salt "salt" and one iteration, a widely published value
        digest = "120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b"
        self.gate = task_func(self.app, {"pub": f"1$73616c74${digest}"}, "Office")
        self.assertEqual(self.get("pub:password"), 200)

    def test_right_passwords(self):
        for credentials, name in (("ann:a:b", "ann"), ("jürgen:geheim ü", "jürgen"), ("nil:", "nil")):
            self.assertEqual(self.get(credentials), 200)
            self.assertEqual(self.seen.pop(), (name, "Basic"))
        self.assertEqual(self.get("ann:a:b", scheme="bAsIC "), 200)

    def test_wrong_passwords(self):
        for credentials in ("ann:a", "ann:", "ann", "ann:a:b ", "Ann:a:b", "bob:a:b", "nil", ":", "", "jürgen:geheim"):
            self.assertEqual(self.get(credentials), 401, credentials)
        self.assertEqual(self.seen, [])

    def test_malformed_headers(self):
        good = base64.b64encode(b"ann:a:b").decode()
        spoiled = [good[:-1], f"{good[:4]}*{good[4:]}", good + "!", ""]
        for header in ["", "Basic", "Bearer " + good, good, f"Basic{good}", *["Basic " + token for token in spoiled]]:
            response = Client(self.gate).get("/", headers={"Authorization": header})
            self.assertEqual(response.status_code, 401, header)
        self.assertEqual(self.get(b"ann\xff:a:b"), 401)
        self.assertEqual(self.get(), 401)

    def test_challenge(self):
        response = Client(task_func(self.app, {}, 'The "A\\B" wing')).get("/")
        self.assertEqual((response.status_code, response.text), (401, "Unauthorized"))
        self.assertEqual(response.mimetype, "text/plain")
        self.assertEqual(response.headers["WWW-Authenticate"], 'Basic realm="The \\"A\\\\B\\" wing", charset="UTF-8"')

    def test_public_paths(self):
        expected = dict.fromkeys(["/health/x", "/healthy", "/static", "/statics", "/", "/x/static/"], 401)
        expected |= dict.fromkeys(["/health", "/static/", "/static/a/b"], 200)
        self.assertEqual({path: self.get(path=path) for path in expected}, expected)
        self.assertEqual(self.seen, [(None, None)] * 3)

    def test_forged_user(self):
        forged = {"environ_overrides": {"REMOTE_USER": "root"}}
        self.assertEqual(self.get(path="/health", **forged), 200)
        self.assertEqual(self.get("ann:wrong", path="/health", **forged), 200)
        self.assertEqual(self.get("ann:a:b", **forged), 200)
        self.assertEqual([user for user, _ in self.seen], [None, None, "ann"])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.text("aZ: é€😀", max_size=8), st.text("aZ: é€😀", max_size=8), st.binary(max_size=4), st.integers(1, 20))
    def test_only_the_right_password_opens(self, password, other, salt, iterations):
        self.gate = task_func(self.app, {"u": self.record(password, salt, iterations)}, "R")
        self.assertEqual(self.get("u:" + password), 200)
        self.assertEqual(self.get("u:" + other), 200 if other == password else 401)
