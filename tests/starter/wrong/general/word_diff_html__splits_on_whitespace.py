import difflib
import html


def task_func(old, new):
    a, b = old.split(), new.split()
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    parts = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            parts.append(html.escape(" ".join(b[j1:j2])))
        if tag in ("delete", "replace"):
            parts.append("<del>" + html.escape(" ".join(a[i1:i2])) + "</del>")
        if tag in ("insert", "replace"):
            parts.append("<ins>" + html.escape(" ".join(b[j1:j2])) + "</ins>")
    return " ".join(parts), round(matcher.ratio() * 100, 1)
