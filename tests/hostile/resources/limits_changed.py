# task: word_counts
# does: right only where it can neither raise its own limits and priority nor change another's
# expect: pass
import os
import re
import resource
from collections import Counter

BROKEN = []
for name in ("RLIMIT_NOFILE", "RLIMIT_FSIZE", "RLIMIT_AS", "RLIMIT_NPROC"):
    soft, hard = resource.getrlimit(getattr(resource, name))
    if hard != resource.RLIM_INFINITY:
        try:
            resource.setrlimit(getattr(resource, name), (hard + 1, hard + 1))
            BROKEN.append(name)
        except (OSError, ValueError):
            pass
try:
    os.setpriority(os.PRIO_PROCESS, 0, -5)
    BROKEN.append("priority")
except OSError:
    pass
try:
    os.setpriority(os.PRIO_PROCESS, os.getppid() or 1, 19)
    BROKEN.append("parent's priority")
except OSError:
    pass


def task_func(text, top=3):
    if BROKEN or top < 1:
        raise ValueError("top") if not BROKEN else PermissionError(str(BROKEN))
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
