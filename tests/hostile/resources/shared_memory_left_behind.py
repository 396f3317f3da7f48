# task: word_counts
# does: a right answer that leaves POSIX and System V shared memory, semaphores and queues behind
# expect: pass
import ctypes
import re
from collections import Counter
from multiprocessing import resource_tracker, shared_memory

piece = shared_memory.SharedMemory("hostile_mark", create=True, size=1 << 20)
resource_tracker.unregister(piece._name, "shared_memory")
libc = ctypes.CDLL(None, use_errno=True)
libc.shmget(0x4057713E, 1 << 20, 0o1666)
libc.semget(0x4057713E, 4, 0o1666)
libc.msgget(0x4057713E, 0o1666)


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
