import posixpath
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlparse, urlunparse


def task_func(urls, ignore=("utm_*", "fbclid")):
    exact = {name for name in ignore if not name.endswith("*")}
    prefixes = tuple(name[:-1] for name in ignore if name.endswith("*"))
    result = {}
    for url in urls:
        parsed = urlparse(url)
        scheme = parsed.scheme.lower()
        if scheme not in {"http", "https"} or not parsed.netloc:
            raise ValueError(f"not a valid web URL: {url}")
        host = parsed.netloc.lower()
        for suffix, name in ((":80", "http"), (":443", "https")):
            if scheme == name and host.endswith(suffix):
                host = host[: -len(suffix)]
        path = posixpath.normpath("/" + unquote(parsed.path).lstrip("/"))
        pairs = parse_qsl(parsed.query, keep_blank_values=True)
        pairs = sorted((k, v) for k, v in pairs if k not in exact and not k.startswith(prefixes))
        key = urlunparse((scheme, host, quote(path), "", urlencode(pairs), ""))
        result.setdefault(key, []).append(url)
    return result
