import socket
import struct
import time

NTP_DELTA = 2208988800


def task_func(address, attempts=3, timeout=1.0, clock=time.time):
    best, good = None, 0
    for _ in range(attempts):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            sock.settimeout(timeout)
            start = clock()
            packet = struct.pack("!B39xII", 0x23, int(start) + NTP_DELTA, int((start % 1) * 2 ** 32))
            try:
                sock.sendto(packet, address)
                data = sock.recv(1024)
            except OSError:
                continue
            end = clock()
        if len(data) < 48:
            continue
        r1, r2, t1, t2 = struct.unpack("!32x4I", data[:48])
        received, transmitted = r1 - NTP_DELTA + r2 / 2 ** 32, t1 - NTP_DELTA + t2 / 2 ** 32
        delay = (end - start) - (transmitted - received)
        offset = ((received - start) + (transmitted - end)) / 2
        good += 1
        if best is None or delay < best[1]:
            best = (offset, delay)
    if best is None:
        raise TimeoutError("server did not answer")
    return round(best[0], 6), round(best[1], 6), good
