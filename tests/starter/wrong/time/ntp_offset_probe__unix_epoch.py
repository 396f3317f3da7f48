import socket
import struct
import time


def task_func(address, attempts=3, timeout=1.0, clock=time.time):
    results = []
    for _ in range(attempts):
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sock.settimeout(timeout)
        try:
            start = clock()
            seconds = int(start)
            stamp = struct.pack("!II", seconds, int((start - seconds) * 2 ** 32))
            sock.sendto(b"\x23" + 39 * b"\0" + stamp, address)
            data, _ = sock.recvfrom(1024)
            end = clock()
        except socket.timeout:
            continue
        finally:
            sock.close()
        if len(data) < 48 or data[0] & 7 != 4 or not 0 < data[1] < 16 or data[24:32] != stamp:
            continue
        r1, r2, t1, t2 = struct.unpack("!IIII", data[32:48])
        r, t = r1 + r2 / 2 ** 32, t1 + t2 / 2 ** 32
        results.append(((end - start) - (t - r), ((r - start) + (t - end)) / 2))
    if not results:
        raise TimeoutError("no valid answer")
    delay, offset = min(results, key=lambda item: item[0])
    return round(offset, 6), round(delay, 6), len(results)
