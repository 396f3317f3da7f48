import email
import hashlib
import re


def task_func(message):
    raw = message.partition(b"\r\n\r\n")[2]
    results = []
    for header in email.message_from_bytes(message).get_all("DKIM-Signature", []):
        tags = {}
        for part in header.split(";"):
            name, _, value = part.partition("=")
            tags[name.strip()] = "".join(value.split())
        algorithm = tags.get("a", "").split("-")[-1]
        kind = tags.get("c", "").partition("/")[2] or "simple"
        if algorithm not in ("sha1", "sha256") or "bh" not in tags or kind not in ("simple", "relaxed"):
            results.append((tags.get("d"), "invalid"))
            continue
        body = raw
        if kind == "relaxed":
            body = re.sub(rb"[ \t]+", b" ", body)
            body = re.sub(rb" (?=\r\n|$)", b"", body)
        body = body.rstrip(b"\r\n")
        if body or kind == "simple":
            body += b"\r\n"
        if "l" in tags:
            body = body[:int(tags["l"])]
        ok = hashlib.new(algorithm, body).hexdigest() == tags["bh"]
        results.append((tags.get("d"), "pass" if ok else "fail"))
    return results
