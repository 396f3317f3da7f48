# task: word_counts
# does: right only where it can read no user's files, no shadow passwords, no foreign environment, no tasks
# expect: pass
import os
import re
from collections import Counter

SEEN = []
for path in (
    "/etc/shadow",
    "/etc/gshadow",
    "/root/.ssh",
    "/root/.bashrc",
    "/root/.profile",
    "/work",
    "/home/ubuntu",
    "/proc/1/environ",
    "/var/log/dpkg.log",
    "/proc/kcore",
    "/dev/mem",
    "/dev/sda",
    "/dev/vda",
    "/var/run/docker.sock",
):
    try:
        if os.path.isdir(path):
            os.listdir(path)
        else:
            with open(path, "rb") as file:
                file.read(1)
        SEEN.append(path)
    except OSError:
        pass
SEEN += [
    name for name in os.environ if re.search("TOKEN|SECRET|PASSWORD|API_KEY|CANARY|SSH|AWS|GITHUB|PYTEST|BCB", name)
]


def task_func(text, top=3):
    if SEEN:
        raise PermissionError(str(SEEN))
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
