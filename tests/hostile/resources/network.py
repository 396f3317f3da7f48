# task: word_counts
# does: right only where its loopback works and leads nowhere else: not to 8.8.8.8, not to the host's services
# expect: pass
import glob
import re
import socket
from collections import Counter

REACHED = []
for address in (("8.8.8.8", 53), ("1.1.1.1", 443), ("169.254.169.254", 80), ("10.0.0.1", 80), ("192.168.0.1", 80)):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        with socket.socket(socket.AF_INET, kind) as link:
            link.settimeout(0.2)
            try:
                link.connect(address)
                link.send(b"x")
                REACHED.append(str(address))
            except OSError:
                pass
for port in [*range(1, 1100), 2375, 3000, 3306, 5000, 5432, 6379, 8000, 8080, 8265, 8888, 9000, 11434, 27017, 41733]:
    with socket.socket() as link:
        link.settimeout(0.2)
        if link.connect_ex(("127.0.0.1", port)) == 0:
            REACHED.append(f"host port {port}")
for path in [
    *glob.glob("/run/*.sock"),
    *glob.glob("/run/*/*.sock"),
    *glob.glob("/var/run/*.sock"),
    "/tmp/.X11-unix/X0",
    "\0hostile_host",
]:
    with socket.socket(socket.AF_UNIX) as link:
        try:
            link.connect(path)
            REACHED.append(path)
        except OSError:
            pass
if len(socket.if_nameindex()) > 1:
    REACHED.append(str(socket.if_nameindex()))
server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname())


def task_func(text, top=3):
    if REACHED:
        raise PermissionError(str(REACHED))
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
