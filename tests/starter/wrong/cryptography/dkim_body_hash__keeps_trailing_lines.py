import base64
import email
import hashlib
import re


def task_func(message):
    body = message.split(b"\r\n\r\n", 1)[1] if b"\r\n\r\n" in message else b""
    results = []
    for header in email.message_from_bytes(message).get_all("DKIM-Signature") or []:
        tags = {}
        for part in header.split(";"):
            if "=" in part:
                name, value = part.split("=", 1)
                tags[name.strip()] = re.sub(r"\s+", "", value)
        domain = tags.get("d")
        algorithm = tags.get("a", "").rpartition("-")[2]
        canon = tags.get("c", "simple/simple").split("/")
        canon = canon[1] if len(canon) > 1 and canon[1] else "simple"
        if algorithm not in ("sha1", "sha256") or "bh" not in tags or canon not in ("simple", "relaxed"):
            results.append((domain, "invalid"))
            continue
        data = body
        if canon == "relaxed":
            data = re.sub(rb"[ \t]+", b" ", data)
            data = re.sub(rb" \r\n", b"\r\n", data)
        if data and not data.endswith(b"\r\n"):
            data += b"\r\n"
        if "l" in tags:
            if not tags["l"].isdigit():
                results.append((domain, "invalid"))
                continue
            data = data[:int(tags["l"])]
        digest = base64.b64encode(hashlib.new(algorithm, data).digest()).decode()
        results.append((domain, "pass" if digest == tags["bh"] else "fail"))
    return results
