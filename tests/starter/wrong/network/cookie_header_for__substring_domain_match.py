from datetime import timedelta
from email.utils import parsedate_to_datetime
from http.cookies import SimpleCookie
from urllib.parse import urlparse


def task_func(responses, url, now):
    store = {}
    for src, when, header in responses:
        parsed = urlparse(src)
        cookie = SimpleCookie()
        cookie.load(header)
        for name, morsel in cookie.items():
            domain = morsel["domain"].lstrip(".").lower()
            if domain and not parsed.hostname.endswith(domain):
                continue
            path = morsel["path"]
            if not path.startswith("/"):
                path = parsed.path[: parsed.path.rfind("/")] if "/" in parsed.path else ""
                path = path or "/"
            expires = None
            if morsel["max-age"]:
                expires = when + timedelta(seconds=int(morsel["max-age"]))
            elif morsel["expires"]:
                expires = parsedate_to_datetime(morsel["expires"])
            store[(name, domain or parsed.hostname, path)] = (morsel, bool(domain), expires)
    req = urlparse(url)
    req_path = req.path or "/"
    out = []
    for (name, domain, path), (morsel, has_domain, expires) in store.items():
        if has_domain:
            if not req.hostname.endswith(domain):
                continue
        elif req.hostname != domain:
            continue
        if req_path != path and not req_path.startswith(path if path.endswith("/") else path + "/"):
            continue
        if morsel["secure"] and req.scheme != "https":
            continue
        if expires is not None and expires <= now:
            continue
        out.append((len(path), f"{name}={morsel.coded_value}"))
    out.sort(key=lambda item: item[0], reverse=True)
    return "; ".join(pair for _, pair in out)
