# task: word_counts
# does: leaves a mark wherever it may write on the whole file system; right only where that is in its own directories
# expect: pass
import os
import re
from collections import Counter

OWN = ("/tmp", "/var/tmp", "/dev/shm", "/run", os.path.expanduser("~"), "/proc", "/dev/mqueue", "/dev/pts")
MARKED = []
for folder in [
    "/",
    "..",
    "../..",
    "/etc",
    "/usr",
    "/usr/lib",
    "/usr/local",
    "/opt",
    "/root",
    "/home",
    "/var",
    "/srv",
    "/mnt",
    "/sys",
    "/dev",
    "/boot",
    os.path.dirname(os.__file__),
    os.path.dirname(re.__file__),
    "/work",
    "/bcb",
]:
    place = os.path.realpath(folder)
    if any(place == one or place.startswith(one + "/") for one in OWN):
        continue
    try:
        with open(os.path.join(place, "hostile_mark"), "w") as mark:
            mark.write("x")
        MARKED.append(place)
    except OSError:
        pass
for path in ("/etc/passwd", "/etc/hosts", re.__file__, os.__file__):
    try:
        open(path, "a").close()
        MARKED.append(path)
    except OSError:
        pass
    try:
        os.chmod(path, 0o666)
        MARKED.append("chmod " + path)
    except OSError:
        pass


def task_func(text, top=3):
    if MARKED:
        raise PermissionError(str(MARKED))
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
