import base64
import hashlib
import hmac
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit


def task_func(url, key, key_id, expires):
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise ValueError("only https links can be signed")
    pairs = [p for p in parse_qsl(parts.query, keep_blank_values=True) if p[0] not in ("expires", "kid", "sig")]
    pairs += [("expires", str(expires)), ("kid", key_id)]
    query = urlencode(sorted(pairs))
    path = parts.path or "/"
    message = f"{parts.hostname}\n{path}\n{query}".encode()
    sig = base64.urlsafe_b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode().rstrip("=")
    host = parts.hostname + (f":{parts.port}" if parts.port else "")
    return urlunsplit(("https", host, path, query + "&sig=" + sig, parts.fragment))
