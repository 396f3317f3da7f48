from collections import Counter

import regex
from prettytable import PrettyTable


def task_func(text, keyword, window=3):
    word = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*")
    if window < 1 or word.fullmatch(keyword) is None:
        raise ValueError("keyword must be a single word")
    words = word.findall(text)
    target = keyword.casefold()
    counter = Counter()
    rows = []
    for i, w in enumerate(words):
        if w.casefold() == target:
            left = words[i - window : i]
            right = words[i + 1 : i + window + 1]
            rows.append([i + 1, " ".join(left), w, " ".join(right)])
            counter.update(x.casefold() for x in left + right if x.casefold() != target)
    table = PrettyTable(["No.", "Left", "Keyword", "Right"])
    table.align["Left"] = "r"
    table.align["Right"] = "l"
    table.add_rows(sorted(rows, key=lambda r: (r[3].casefold(), r[0])))
    return table.get_string(), counter.most_common()
