import ipaddress
import socket
import struct
import threading
import unittest

from hypothesis import Phase, given, settings
from hypothesis import strategies as st


def task_func(name, server, record, query_id, timeout):
    """Ask a DNS server over UDP for the addresses of a host and decode its answer without a resolver library.

    Send one query to the server: a 12-byte header with the given id, only the "recursion desired" flag set and one
    question, followed by that question (the name as length-prefixed labels in IDNA form, the record type, class IN).
    A dot at the end of the name is optional. Datagrams that come back with another id are ignored. In the reply, take
    the answers of the requested type and skip all others, such as CNAME. Names in the reply may be written out or be
    compression pointers, also in the middle of a name.

    Parameters:
    - name (str): the host name, possibly with non-ASCII letters.
    - server (tuple): (IPv4 address, UDP port) of the DNS server.
    - record (str): 'A' for IPv4 or 'AAAA' for IPv6 addresses.
    - query_id (int): the 16-bit id of the query.
    - timeout (float): how many seconds to wait for a datagram.

    Returns:
    - list of tuple: (address as str in its shortest form, TTL as int) for each answer, sorted by the numeric value of
      the address.

    Raises:
    - KeyError: if record is neither 'A' nor 'AAAA'.
    - LookupError: if the response code in the reply is not zero; it names the host.
    - TimeoutError: if no datagram arrives in time.

    Requirements:
    - ipaddress
    - socket
    - struct

    Example:
    >>> task_func("example.test", ("127.0.0.1", 53), "MX", 7, 1.0)
    Traceback (most recent call last):
    ...
    KeyError: 'MX'
    """
    kind = {"A": 1, "AAAA": 28}[record]
    labels = name.rstrip(".").encode("idna").split(b".")
    question = b"".join(struct.pack("B", len(label)) + label for label in labels) + struct.pack("!BHH", 0, kind, 1)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.settimeout(timeout)
        sock.sendto(struct.pack("!6H", query_id, 0x0100, 1, 0, 0, 0) + question, server)
        reply = sock.recv(4096)
        while struct.unpack_from("!H", reply)[0] != query_id:
            reply = sock.recv(4096)

    def skip_name(offset):
        while 0 < reply[offset] < 0xC0:
            offset += 1 + reply[offset]
        return offset + (2 if reply[offset] else 1)

    flags, questions, answers = struct.unpack_from("!HHH", reply, 2)
    if flags & 0x000F:
        raise LookupError(f"no answer for {name}")
    offset = 12
    for _ in range(questions):
        offset = skip_name(offset) + 4
    found = []
    for _ in range(answers):
        offset = skip_name(offset)
        answer_kind, _, ttl, size = struct.unpack_from("!HHIH", reply, offset)
        offset += 10
        if answer_kind == kind:
            found.append((ipaddress.ip_address(reply[offset : offset + size]), ttl))
        offset += size
    return [(str(address), ttl) for address, ttl in sorted(found)]


class TestCases(unittest.TestCase):
    def serve(self, *builders):
        """Answer one query with the datagrams that the builders make of it; return the server's address."""
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sock.bind(("127.0.0.1", 0))
        sock.settimeout(5)
        self.queries = []

        def answer():
            query, peer = sock.recvfrom(4096)
            self.queries.append(query)
            for build in builders:
                sock.sendto(build(query), peer)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        self.addCleanup(sock.close)
        return sock.getsockname()

    def reply(self, *answers, flags=0x8180, other_id=0):
        def build(query):
            header = struct.pack("!6H", struct.unpack("!H", query[:2])[0] ^ other_id, flags, 1, len(answers), 0, 0)
            return header + query[12:] + b"".join(answers)

        return build

    def answer(self, kind, data, ttl=60, name=b"\xc0\x0c"):
        return name + struct.pack("!HHIH", kind, 1, ttl, len(data)) + data

    def test_query_bytes(self):
        server = self.serve(self.reply())
        self.assertEqual(task_func("www.example.test.", server, "A", 0xBEEF, 2), [])
        expected = b"\xbe\xef\x01\x00\x00\x01" + bytes(6) + b"\x03www\x07example\x04test\x00\x00\x01\x00\x01"
        self.assertEqual(self.queries, [expected])
        self.assertEqual(task_func("www.HOAX.", self.serve(self.reply()), "A", 1, 2), [])
        self.assertEqual(self.queries[0][12:26].lower(), b"\x03www\x04hoax\x00\x00\x01\x00\x01"[:14])

    def test_idna_and_ipv6(self):
        data = ipaddress.ip_address("2001:db8::1").packed
        server = self.serve(self.reply(self.answer(28, data, ttl=86400)))
        self.assertEqual(task_func("bücher.test", server, "AAAA", 1, 2), [("2001:db8::1", 86400)])
        self.assertEqual(self.queries[0][12:], b"\x0dxn--bcher-kva\x04test\x00\x00\x1c\x00\x01")

    def test_other_types_and_forms_of_names(self):
        server = self.serve(
            self.reply(
                self.answer(5, b"\x03cdn\xc0\x0c", name=b"\x01a\x04test\x00"),
                self.answer(1, bytes([10, 0, 0, 9]), name=b"\x03cdn\xc0\x0c", ttl=5),
                self.answer(28, bytes(16)),
                self.answer(1, bytes([9, 255, 0, 1]), name=b"\x00", ttl=2**31),
            )
        )
        self.assertEqual(task_func("a.test", server, "A", 3, 2), [("9.255.0.1", 2**31), ("10.0.0.9", 5)])

    def test_ignores_replies_to_others(self):
        stray = self.reply(self.answer(1, bytes([6, 6, 6, 6])), other_id=1)
        late = self.reply(self.answer(1, bytes([6, 6, 6, 7])), other_id=0x8000)
        server = self.serve(stray, late, self.reply(self.answer(1, bytes([192, 0, 2, 1]))))
        self.assertEqual(task_func("a.test", server, "A", 500, 2), [("192.0.2.1", 60)])

    def test_response_code(self):
        for flags in (0x8183, 0x8188, 0x8181):
            with self.assertRaises(LookupError) as caught:
                task_func("gone.test", self.serve(self.reply(flags=flags)), "A", 9, 2)
            self.assertNotIsInstance(caught.exception, KeyError)
            self.assertIn("gone.test", str(caught.exception))

    def test_unknown_record_type(self):
        with self.assertRaises(KeyError):
            task_func("a.test", ("127.0.0.1", 1), "a", 9, 0.01)

    def test_silence(self):
        with self.assertRaises(TimeoutError):
            task_func("a.test", self.serve(), "A", 9, 0.02)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None, phases=[Phase.generate])
    @given(
        st.lists(st.tuples(st.ip_addresses(v=4), st.integers(0, 2**32 - 1)), max_size=20),
        st.lists(st.text("abyz09", min_size=1, max_size=63), min_size=1, max_size=3),
    )
    def test_any_answers_are_sorted_numerically(self, answers, labels):
        records = [self.answer(1, address.packed, ttl) for address, ttl in answers]
        found = task_func(".".join(labels), self.serve(self.reply(*records)), "A", 77, 2)
        self.assertEqual(found, [(str(a), t) for a, t in sorted(answers, key=lambda pair: (int(pair[0]), pair[1]))])
