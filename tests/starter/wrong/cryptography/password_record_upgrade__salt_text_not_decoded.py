import base64
import hashlib
import hmac
import secrets
import unicodedata


def task_func(record, password, iterations):
    secret = unicodedata.normalize("NFKC", password).encode("utf-8")
    fields = record.split("$")
    if fields[0] == "sha1" and len(fields) == 3:
        ok = hmac.compare_digest(hashlib.sha1(fields[1].encode() + secret).hexdigest(), fields[2].lower())
        stale = True
    elif fields[0] == "pbkdf2" and len(fields) == 4:
        count = int(fields[1])
        key = hashlib.pbkdf2_hmac("sha256", secret, fields[2].encode(), count)
        ok = hmac.compare_digest(base64.b64encode(key).decode(), fields[3])
        stale = count < iterations
    else:
        raise ValueError("unsupported record")
    if ok and stale:
        salt = base64.b64encode(secrets.token_bytes(16)).decode()
        key = hashlib.pbkdf2_hmac("sha256", secret, salt.encode(), iterations)
        record = f"pbkdf2${iterations}${salt}${base64.b64encode(key).decode()}"
    return ok, record
