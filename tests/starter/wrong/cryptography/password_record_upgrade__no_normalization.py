import base64
import hashlib
import hmac
import os


def task_func(record, password, iterations):
    parts = record.split("$")
    secret = password.encode("utf-8")
    if parts[0] == "sha1" and len(parts) == 3:
        ok = hmac.compare_digest(hashlib.sha1(parts[1].encode() + secret).hexdigest(), parts[2].lower())
        stale = True
    elif parts[0] == "pbkdf2" and len(parts) == 4:
        key = hashlib.pbkdf2_hmac("sha256", secret, base64.b64decode(parts[2]), int(parts[1]))
        ok = hmac.compare_digest(key, base64.b64decode(parts[3]))
        stale = int(parts[1]) < iterations
    else:
        raise ValueError("unsupported record")
    if ok and stale:
        salt = os.urandom(16)
        key = hashlib.pbkdf2_hmac("sha256", secret, salt, iterations)
        encoded = [base64.b64encode(part).decode() for part in (salt, key)]
        return True, "$".join(["pbkdf2", str(iterations), *encoded])
    return ok, record
