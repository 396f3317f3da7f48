# task: word_counts
# does: right only where it finds nothing that a sample before it has left: shared memory, files, processes, sockets
# expect: pass
import ctypes
import os
import re
import socket
from collections import Counter

libc = ctypes.CDLL(None, use_errno=True)
FOUND = []
if (
    libc.shmget(0x4057713E, 1, 0o666) >= 0
    or libc.semget(0x4057713E, 1, 0o666) >= 0
    or libc.msgget(0x4057713E, 0o666) >= 0
):
    FOUND.append("System V objects")
for folder in ("/dev/shm", "/tmp", "/var/tmp", "/run", os.path.expanduser("~"), "."):
    FOUND += [folder + "/" + name for name in os.listdir(folder) if os.path.join(folder, name) != os.getcwd()]
FOUND += [name for name in os.listdir("/proc") if name.isdigit() and int(name) not in (os.getpid(), 1)]
link = socket.socket(socket.AF_UNIX)
try:
    link.connect("\0hostile_mark")
    FOUND.append("abstract socket")
except OSError:
    pass


def task_func(text, top=3):
    if FOUND:
        raise PermissionError(str(FOUND))
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
