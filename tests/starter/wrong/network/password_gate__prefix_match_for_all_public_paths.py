import hashlib
import secrets

from werkzeug.wrappers import Request, Response


def task_func(app, users, realm, public=()):
    public = tuple(public)

    def verify(auth):
        if auth is None or auth.type != "basic" or auth.username not in users:
            return False
        iterations, salt, digest = users[auth.username].split("$")
        value = hashlib.pbkdf2_hmac("sha256", auth.password.encode(), bytes.fromhex(salt), int(iterations))
        return secrets.compare_digest(value.hex(), digest)

    def wrapped(environ, start_response):
        request = Request(environ)
        if request.path.startswith(public):
            environ.pop("REMOTE_USER", None)
            return app(environ, start_response)
        if not verify(request.authorization):
            shown = realm.replace("\\", "\\\\").replace('"', '\\"')
            headers = {"WWW-Authenticate": f'Basic realm="{shown}", charset="UTF-8"'}
            return Response("Unauthorized", status=401, headers=headers)(environ, start_response)
        environ["REMOTE_USER"] = request.authorization.username
        environ["AUTH_TYPE"] = "Basic"
        return app(environ, start_response)

    return wrapped
