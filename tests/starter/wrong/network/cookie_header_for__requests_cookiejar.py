import requests


def task_func(responses, url, now):
    jar = requests.cookies.RequestsCookieJar()
    for source, when, line in responses:
        parts = urlsplit(source)
        for name, morsel in SimpleCookie(line).items():
            age = morsel["max-age"]
            if age and when + timedelta(seconds=int(age)) <= now:
                continue
            jar.set(name, morsel.coded_value, domain=morsel["domain"] or parts.hostname, path=morsel["path"] or "/")
    target = urlsplit(url)
    pairs = []
    for cookie in jar:
        if target.hostname.endswith(cookie.domain) and target.path.startswith(cookie.path):
            pairs.append((cookie.path, f"{cookie.name}={cookie.value}"))
    pairs.sort(key=lambda pair: len(pair[0]), reverse=True)
    return "; ".join(value for _, value in pairs)
