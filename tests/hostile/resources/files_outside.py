# task: word_counts
# does: leaves a mark wherever it may write on the whole file system; right only where that is its own: its directories, and a root made for it alone
# expect: pass
import os
import re
from collections import Counter

OWN = ("/tmp", "/var/tmp", "/dev/shm", "/run", os.path.expanduser("~"), "/proc", "/dev/mqueue", "/dev/pts")
with open("/proc/self/mounts") as mounts:
    KINDS = {line.split()[1]: line.split()[2] for line in mounts}
#: As root a sample may write to its root, which is memory of its own; a neighbour's mark would be there already.
OWN_DEVICE = os.stat("/").st_dev if KINDS.get("/") == "tmpfs" else None
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
    mark = os.path.join(place, "hostile_mark")
    if os.path.exists(mark) and folder == "/":
        MARKED.append("before: " + mark)
    try:
        with open(mark, "w") as file:
            file.write("x")
        if os.stat(mark).st_dev != OWN_DEVICE:
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
