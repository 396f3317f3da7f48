import base64
import hashlib
import math
import re
from collections import Counter


def task_func(text, threshold=4.0):
    results = []
    for line_no, line in enumerate(text.splitlines(), 1):
        for m in re.finditer(r"[A-Za-z0-9+/\-_]{20,}", line):
            token = m.group()
            probs = [n / len(token) for n in Counter(token).values()]
            entropy = -sum(p * math.log(p) for p in probs)
            if entropy < threshold:
                continue
            normal = token.replace("-", "+").replace("_", "/")
            kind = "binary"
            try:
                raw = base64.b64decode(normal + "=" * (-len(normal) % 4))
                if raw.decode("ascii").isprintable():
                    kind = "text"
            except ValueError:
                pass
            results.append({"line": line_no, "column": m.start() + 1, "kind": kind, "entropy": round(entropy, 2),
                            "fingerprint": hashlib.sha256(token.encode()).hexdigest()[:12]})
    return results
