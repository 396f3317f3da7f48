import difflib
import html
import re


def task_func(old, new):
    a = re.findall(r"\s+|\w+|[^\w\s]", old)
    b = re.findall(r"\s+|\w+|[^\w\s]", new)
    norm = lambda tokens: [" " if t.isspace() else t for t in tokens]  # noqa: E731
    sm = difflib.SequenceMatcher(None, norm(a), norm(b))
    out = []
    for tag, i1, i2, j1, j2 in sm.get_opcodes():
        removed = html.escape("".join(a[i1:i2]))
        added = html.escape("".join(b[j1:j2]))
        if tag == "equal":
            out.append(added)
        else:
            if removed:
                out.append("<del>" + removed + "</del>")
            if added:
                out.append("<ins>" + added + "</ins>")
    return "".join(out), round(sm.ratio() * 100, 1)
