import re
from collections import Counter

from prettytable import PrettyTable


def task_func(text, keyword, window=3):
    pattern = r"[A-Za-z]+(?:['’][A-Za-z]+)*"
    if window < 1 or not re.fullmatch(pattern, keyword):
        raise ValueError("invalid keyword or window")
    words = re.findall(pattern, text)
    target = keyword.casefold()
    rows = []
    neighbours = Counter()
    for i, word in enumerate(words):
        if word.casefold() != target:
            continue
        left = words[max(0, i - window) : i]
        right = words[i + 1 : i + 1 + window]
        rows.append((i + 1, " ".join(left), word, " ".join(right)))
        neighbours.update(w.casefold() for w in left + right if w.casefold() != target)
    rows.sort(key=lambda r: (r[3].casefold(), r[0]))
    table = PrettyTable()
    table.field_names = ["No.", "Left", "Keyword", "Right"]
    table.align["Left"] = "r"
    table.align["Right"] = "l"
    for row in rows:
        table.add_row(row)
    return table.get_string(), sorted(neighbours.items(), key=lambda kv: (-kv[1], kv[0]))
