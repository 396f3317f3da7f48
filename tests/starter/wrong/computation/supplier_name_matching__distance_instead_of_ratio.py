import re
import unicodedata

import Levenshtein
import pandas as pd


def task_func(names, suppliers, threshold=0.85):
    suffixes = {"inc", "ltd", "llc", "gmbh", "ag"}

    def normalize(name):
        text = unicodedata.normalize("NFKD", name)
        text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
        return " ".join(sorted(w for w in re.findall(r"\w+", text) if w not in suffixes))

    normalized = [normalize(s) for s in suppliers]
    if not suppliers or len(set(normalized)) != len(normalized):
        raise ValueError("Invalid supplier register")
    rows = []
    for name in names:
        key = normalize(name)
        if not key:
            rows.append((name, None, 0.0, "none"))
            continue
        scores = [1 - Levenshtein.distance(key, n) / max(len(key), len(n), 1) for n in normalized]
        best = max(range(len(scores)), key=scores.__getitem__)
        score = scores[best]
        if normalized[best] == key:
            rows.append((name, suppliers[best], 1.0, "exact"))
        elif score >= threshold:
            rows.append((name, suppliers[best], round(score, 3), "fuzzy"))
        else:
            rows.append((name, None, round(score, 3), "none"))
    return pd.DataFrame(rows, columns=["name", "supplier", "score", "match"])
