import ipaddress
import socket
import struct


def task_func(name, server, record, query_id, timeout):
    types = {"A": 1, "AAAA": 28}
    qtype = types[record]
    query = struct.pack(">HHHHHH", query_id, 0x0100, 1, 0, 0, 0)
    for label in name.rstrip(".").split("."):
        encoded = label.encode("idna")
        query += struct.pack("B", len(encoded)) + encoded
    query += b"\x00" + struct.pack(">HH", qtype, 1)

    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        sock.settimeout(timeout)
        sock.sendto(query, server)
        while True:
            response = sock.recv(4096)
            if struct.unpack(">H", response[:2])[0] == query_id:
                break
    finally:
        sock.close()

    flags, _, count = struct.unpack(">HHH", response[2:8])
    if flags & 0x0F != 0:
        raise LookupError(f"lookup of {name} failed")
    offset = len(query)
    addresses = []
    for _ in range(count):
        offset += 2  # pointer to the name
        rtype, rclass, ttl, length = struct.unpack(">HHIH", response[offset : offset + 10])
        offset += 10
        if rtype == qtype:
            addresses.append((ipaddress.ip_address(response[offset : offset + length]), ttl))
        offset += length
    return [(str(address), ttl) for address, ttl in sorted(addresses)]
