import uuid
from collections import OrderedDict


def task_func(exchanges, capacity):
    if capacity < 1:
        raise ValueError("capacity must be positive")

    def parse(text):
        headers = {}
        for line in text.splitlines():
            if ":" in line:
                name, value = line.split(":", 1)
                headers.setdefault(name.strip(), []).append(" ".join(value.split()))
        return headers

    def tokens(headers, name):
        found = set()
        for value in headers.get(name, []):
            found.update(part.strip().lower() for part in value.split(",") if part.strip())
        return sorted(found)

    def make_key(url, names, request):
        by_lower = {name.lower(): values for name, values in request.items()}
        text = url + "".join(f"\n{n}={', '.join(by_lower.get(n, []))}" for n in names)
        return str(uuid.uuid5(uuid.NAMESPACE_URL, text))

    cache = OrderedDict()
    varies = {}
    result = []
    for url, request_text, response_text in exchanges:
        request, response = parse(request_text), parse(response_text)
        key = make_key(url, varies.get(url, []), request)
        if key in cache:
            cache.move_to_end(key)
            result.append(("hit", key))
            continue
        names = tokens(response, "Vary")
        if "*" in names or "no-store" in tokens(response, "Cache-Control"):
            result.append(("miss", None))
            continue
        varies[url] = names
        key = make_key(url, names, request)
        cache[key] = True
        cache.move_to_end(key)
        if len(cache) > capacity:
            cache.popitem(last=False)
        result.append(("miss", key))
    return result
