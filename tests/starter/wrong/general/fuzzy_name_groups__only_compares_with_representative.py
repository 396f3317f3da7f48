import unicodedata
from collections import Counter

from Levenshtein import distance


def task_func(names, max_distance=1):
    if max_distance < 0:
        raise ValueError("max_distance must be >= 0")

    def normalise(name):
        text = unicodedata.normalize("NFKD", name)
        text = "".join(c for c in text if not unicodedata.combining(c))
        return " ".join(text.casefold().split())

    counts = Counter(names)
    groups = []
    for name in counts:
        key = normalise(name)
        if not key:
            raise ValueError("empty name")
        for group in groups:
            if distance(normalise(group[0]), key) <= max_distance:
                group.append(name)
                break
        else:
            groups.append([name])
    groups.sort(key=lambda group: sum(counts[n] for n in group), reverse=True)
    return {max(group, key=lambda n: counts[n]): group for group in groups}
