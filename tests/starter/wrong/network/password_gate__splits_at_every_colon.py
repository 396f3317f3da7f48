import base64
import hashlib
import hmac

from werkzeug.wrappers import Request, Response


def task_func(app, users, realm, public=()):
    public = list(public)
    escaped = realm.replace("\\", "\\\\").replace('"', '\\"')

    def check(header):
        if not header or not header.lower().startswith("basic "):
            return None
        try:
            decoded = base64.b64decode(header[6:], validate=True).decode("utf-8")
            name, password = decoded.split(":")
        except ValueError:
            return None
        record = users.get(name)
        if record is None:
            return None
        iterations, salt, digest = record.split("$")
        computed = hashlib.pbkdf2_hmac("sha256", password.encode("utf-8"), bytes.fromhex(salt), int(iterations))
        return name if hmac.compare_digest(computed.hex(), digest) else None

    def middleware(environ, start_response):
        path = Request(environ).path
        environ.pop("REMOTE_USER", None)
        if any(path == p or (p.endswith("/") and path.startswith(p)) for p in public):
            return app(environ, start_response)
        user = check(environ.get("HTTP_AUTHORIZATION"))
        if user is None:
            response = Response("Unauthorized", status=401)
            response.headers["WWW-Authenticate"] = f'Basic realm="{escaped}", charset="UTF-8"'
            return response(environ, start_response)
        environ["REMOTE_USER"] = user
        environ["AUTH_TYPE"] = "Basic"
        return app(environ, start_response)

    return middleware
