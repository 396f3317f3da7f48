import posixpath
from collections import defaultdict
from fnmatch import fnmatchcase
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit


def task_func(urls, ignore=("utm_*", "fbclid")):
    ignore = list(ignore)
    groups = defaultdict(list)
    for url in urls:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"Invalid URL: {url}")
        netloc = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        default = 80 if parts.scheme == "http" else 443
        if parts.port and parts.port != default:
            netloc = f"{netloc}:{parts.port}"
        path = posixpath.normpath("/" + unquote(parts.path).lstrip("/"))
        params = [(k, v) for k, v in parse_qsl(parts.query) if not any(fnmatchcase(k, p) for p in ignore)]
        canonical = urlunsplit((parts.scheme, netloc, quote(path), urlencode(sorted(params)), ""))
        groups[canonical].append(url)
    return dict(groups)
