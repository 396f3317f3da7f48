# task: word_counts
# does: a right answer that listens on a fixed port and on an abstract socket and stays there in a daemon; two at once must not meet
# expect: pass
import os
import re
import socket
import time
from collections import Counter

server = socket.create_server(("0.0.0.0", 41733))
link = socket.socket(socket.AF_UNIX)
link.bind("\0hostile_mark")
link.listen()
if os.fork() == 0:
    os.setsid()
    time.sleep(3600)
    os._exit(0)


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
