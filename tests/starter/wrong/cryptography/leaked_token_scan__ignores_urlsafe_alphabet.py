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
            entropy = -sum(p * math.log2(p) for p in probs)
            if entropy < threshold:
                continue
            try:
                raw = base64.b64decode(token + "=" * (-len(token) % 4))
                kind = "text" if raw.decode("ascii").isprintable() else "binary"
            except ValueError:
                kind = "binary"
            results.append({"line": line_no, "column": m.start() + 1, "kind": kind, "entropy": round(entropy, 2),
                            "fingerprint": hashlib.sha256(token.encode()).hexdigest()[:12]})
    return results
