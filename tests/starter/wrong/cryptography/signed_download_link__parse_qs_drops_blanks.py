import base64
import hashlib
import hmac
from urllib.parse import parse_qs, quote, urlencode, urlsplit, urlunsplit


def task_func(url, key, key_id, expires):
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise ValueError("only https links can be signed")
    params = parse_qs(parts.query)
    for name in ("expires", "kid", "sig"):
        params.pop(name, None)
    params["expires"] = [str(expires)]
    params["kid"] = [key_id]
    ordered = [(name, sorted(params[name])) for name in sorted(params)]
    query = urlencode(ordered, doseq=True, quote_via=quote, safe="")
    path = parts.path or "/"
    message = "\n".join((parts.hostname, path, query)).encode("utf-8")
    sig = base64.urlsafe_b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode().rstrip("=")
    host = parts.hostname if parts.port is None else f"{parts.hostname}:{parts.port}"
    return urlunsplit((parts.scheme, host, path, f"{query}&sig={sig}", parts.fragment))
