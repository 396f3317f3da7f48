import uuid
from email.parser import HeaderParser

from multidict import CIMultiDict


def task_func(exchanges, capacity):
    if capacity <= 0:
        raise ValueError("capacity must be at least 1")

    def headers(text):
        message = HeaderParser().parsestr(text)
        return CIMultiDict((k, " ".join(v.split())) for k, v in message.items())

    def directives(h, name):
        return {p.strip().lower() for v in h.getall(name, []) for p in v.split(",") if p.strip()}

    def key_of(url, vary, request):
        parts = [url]
        for name in sorted(vary):
            parts.append(f"{name}={', '.join(request.getall(name, []))}")
        return str(uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(parts)))

    stored, vary_of, out = {}, {}, []
    for url, req, resp in exchanges:
        request, response = headers(req), headers(resp)
        key = key_of(url, vary_of.get(url, ()), request)
        if key in stored:
            out.append(("hit", key))
            continue
        vary = directives(response, "Vary")
        if "*" in vary or "no-store" in directives(response, "Cache-Control"):
            out.append(("miss", None))
            continue
        vary_of[url] = vary
        key = key_of(url, vary, request)
        stored[key] = resp
        if len(stored) > capacity:
            del stored[next(iter(stored))]
        out.append(("miss", key))
    return out
