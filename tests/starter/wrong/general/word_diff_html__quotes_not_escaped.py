import re
from difflib import SequenceMatcher
from xml.sax.saxutils import escape


def task_func(old, new):
    pattern = re.compile(r"\s+|\w+|[^\w\s]")
    a, b = pattern.findall(old), pattern.findall(new)
    key = lambda ts: [re.sub(r"\s+", " ", t) for t in ts]  # noqa: E731
    matcher = SequenceMatcher(None, key(a), key(b), autojunk=False)
    result = ""
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            result += escape("".join(b[j1:j2]))
            continue
        if i1 != i2:
            result += f"<del>{escape(''.join(a[i1:i2]))}</del>"
        if j1 != j2:
            result += f"<ins>{escape(''.join(b[j1:j2]))}</ins>"
    return result, round(matcher.ratio() * 100, 1)
