import unicodedata
from collections import Counter, defaultdict
from itertools import combinations

from Levenshtein import distance


def task_func(names, max_distance=1):
    if max_distance < 0:
        raise ValueError("max_distance must not be negative")
    counts = Counter(names)
    keys = {n: " ".join(unicodedata.normalize("NFKD", n).casefold().split()) for n in counts}
    if any(not k for k in keys.values()):
        raise ValueError("empty name")
    links = defaultdict(set)
    for a, b in combinations(counts, 2):
        if distance(keys[a], keys[b]) <= max_distance:
            links[a].add(b)
            links[b].add(a)
    seen, groups = set(), []
    for name in counts:
        if name in seen:
            continue
        stack, members = [name], set()
        while stack:
            current = stack.pop()
            if current not in members:
                members.add(current)
                stack.extend(links[current])
        seen |= members
        groups.append([n for n in counts if n in members])
    groups.sort(key=lambda g: -sum(counts[n] for n in g))
    return {max(g, key=counts.__getitem__): g for g in groups}
