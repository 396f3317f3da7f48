import re
import unicodedata

import Levenshtein
import pandas as pd


def task_func(names, suppliers, threshold=0.85):
    def clean(value):
        value = unicodedata.normalize("NFKD", value).casefold()
        value = "".join(ch for ch in value if not unicodedata.combining(ch))
        words = re.findall(r"\w+", value)
        return " ".join(w for w in words if w not in ("inc", "ltd", "llc", "gmbh", "ag"))

    register = {}
    for supplier in suppliers:
        key = clean(supplier)
        if key in register:
            raise ValueError(f"duplicate supplier {supplier}")
        register[key] = supplier
    if not register:
        raise ValueError("empty register")
    rows = []
    for name in names:
        key = clean(name)
        best, best_score = None, 0.0
        if key:
            for other, supplier in register.items():
                score = Levenshtein.ratio(key, other)
                if score > best_score:
                    best, best_score = supplier, score
        if best_score == 1.0:
            match = "exact"
        elif best_score >= threshold and best is not None:
            match = "fuzzy"
        else:
            match, best = "none", None
        rows.append({"name": name, "supplier": best, "score": round(best_score, 3), "match": match})
    return pd.DataFrame(rows, columns=["name", "supplier", "score", "match"])
