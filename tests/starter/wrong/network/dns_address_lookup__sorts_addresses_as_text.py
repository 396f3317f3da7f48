import ipaddress
import socket
import struct


def task_func(name, server, record, query_id, timeout):
    qtype = {"A": 1, "AAAA": 28}[record]
    header = struct.pack("!HHHHHH", query_id, 0x0100, 1, 0, 0, 0)
    qname = b"".join(bytes([len(part)]) + part for part in name.rstrip(".").encode("idna").split(b".")) + b"\x00"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.settimeout(timeout)
        sock.sendto(header + qname + struct.pack("!HH", qtype, 1), server)
        while True:
            data, _ = sock.recvfrom(4096)
            if data[:2] == struct.pack("!H", query_id):
                break
    _, flags, qdcount, ancount, _, _ = struct.unpack("!HHHHHH", data[:12])
    if flags & 0xF:
        raise LookupError(f"DNS error {flags & 0xF} for {name}")

    def skip(pos):
        while True:
            length = data[pos]
            if length & 0xC0 == 0xC0:
                return pos + 2
            pos += 1
            if length == 0:
                return pos
            pos += length

    pos = 12
    for _ in range(qdcount):
        pos = skip(pos) + 4
    results = []
    for _ in range(ancount):
        pos = skip(pos)
        rtype, _, ttl, rdlength = struct.unpack("!HHIH", data[pos : pos + 10])
        pos += 10
        if rtype == qtype:
            results.append((str(ipaddress.ip_address(data[pos : pos + rdlength])), ttl))
        pos += rdlength
    return sorted(results)
