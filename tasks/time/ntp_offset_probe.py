import inspect
import socket
import struct
import threading
import time
import unittest


def task_func(address, attempts=3, timeout=1.0, clock=time.time):
    """Ask an NTP server how far the local clock is off (a minimal SNTP client, RFC 4330).

    Each attempt sends one request of 48 bytes from a socket of its own: the first byte is 0x23 (version 4, client),
    all others are zero except for the transmit timestamp in the last eight bytes, which holds the clock's time just
    before sending. NTP timestamps are unsigned 32-bit seconds since 1900-01-01 (2208988800 seconds before the Unix
    epoch) and an unsigned 32-bit fraction of a second (rounded down here), both big-endian. After the answer has
    come, the clock is read again.

    An answer is good if it has at least 48 bytes, the mode in its lowest three bits of the first byte is 4, its
    stratum (second byte) is 1 to 15, and its originate timestamp (bytes 24 to 31) repeats the request's transmit
    timestamp exactly. Further datagrams of the same attempt are not read: an attempt whose first answer is bad, or
    which gets none within the timeout, has failed. With the receive timestamp r (bytes 32 to 39) and the transmit
    timestamp t (bytes 40 to 47) of the server and the local times s (as sent) and e (end), the offset is ((r - s) +
    (t - e)) / 2 and the delay is (e - s) - (t - r).

    Parameters:
    - address (tuple): host and UDP port of the server.
    - attempts (int): number of requests. Default is 3.
    - timeout (float): seconds to wait for each answer. Default is 1.0.
    - clock (callable): returns the Unix time; it is called exactly twice per answered attempt. Default is time.time.

    Returns:
    - tuple: (offset, delay, good): offset and delay in seconds, rounded to six decimal places, of the good answer
      with the least delay (the first of several), and the number of good answers.

    Raises:
    - TimeoutError: if no attempt has brought a good answer.

    Requirements:
    - socket
    - struct
    - time

    Example:
    >>> with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
    ...     silent.bind(("127.0.0.1", 0))
    ...     try:
    ...         task_func(silent.getsockname(), attempts=1, timeout=0.01)
    ...     except TimeoutError:
    ...         print("no answer")
    no answer
    """

    def decode(data):
        seconds, fraction = struct.unpack(">II", data)
        return seconds - 2208988800 + fraction / 2**32

    measured = []
    for _ in range(attempts):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.settimeout(timeout)
            sent = clock()
            stamp = struct.pack(">II", int(sent) + 2208988800, int(sent % 1 * 2**32))
            client.sendto(b"\x23".ljust(40, b"\0") + stamp, address)
            try:
                answer = client.recv(512)
            except TimeoutError:
                continue
            end = clock()
        if len(answer) < 48 or answer[0] & 0b111 != 4 or not 1 <= answer[1] <= 15 or answer[24:32] != stamp:
            continue
        received, transmitted = decode(answer[32:40]), decode(answer[40:48])
        delay = (end - sent) - (transmitted - received)
        measured.append((delay, ((received - sent) + (transmitted - end)) / 2))
    if not measured:
        raise TimeoutError(f"no good answer from {address}")
    delay, offset = min(measured, key=lambda pair: pair[0])
    return round(offset, 6), round(delay, 6), len(measured)


class TestCases(unittest.TestCase):
    NOW = 1700000000.25

    def serve(self, *replies):
        """Answer each request with what the next function makes of it (None: not at all); return the address."""
        server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        server.bind(("127.0.0.1", 0))
        self.requests = []

        def run():
            for reply in replies:
                data, peer = server.recvfrom(512)
                if not data:
                    return
                self.requests.append(data)
                answer = reply(data)
                if answer is not None:
                    server.sendto(answer, peer)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        self.addCleanup(server.close)
        self.addCleanup(thread.join, 5)
        self.addCleanup(server.sendto, b"", server.getsockname())
        return server.getsockname()

    def stamp(self, moment):
        return int((moment + 2208988800) * 2**32).to_bytes(8, "big")

    def good(self, received, transmitted, first=0x24, stratum=2, originate=None, tail=b""):
        def reply(data):
            head = bytes([first, stratum]).ljust(24, b"\7")
            return head + (originate or data[40:48]) + self.stamp(received) + self.stamp(transmitted) + tail

        return reply

    def clock(self, *times):
        return iter([self.NOW + moment for moment in times]).__next__

    def ask(self, address, attempts, *times, timeout=1.0):
        return task_func(address, attempts, timeout, self.clock(*times))

    def test_request_and_formulas(self):
        address = self.serve(self.good(self.NOW + 5, self.NOW + 5.5))
        self.assertEqual(self.ask(address, 1, 0, 2), (4.25, 1.5, 1))
        self.assertEqual(self.requests, [b"\x23" + bytes(39) + self.stamp(self.NOW)])

    def test_odd_seconds_and_default_timeout(self):
        address = self.serve(self.good(self.NOW + 5, self.NOW + 5.5))
        self.assertEqual(self.ask(address, 1, 1, 3), (3.25, 1.5, 1))
        self.assertEqual(self.requests[0][40:], self.stamp(self.NOW + 1))
        self.assertEqual(inspect.signature(task_func).parameters["timeout"].default, 1)

    def test_fractions_of_seconds(self):
        address = self.serve(self.good(self.NOW - 8, self.NOW - 7.75, tail=b"extension"))
        self.assertEqual(self.ask(address, 1, 2**-18, 1), (-8.375002, 0.749996, 1))
        self.assertEqual(self.requests[0][44:], (2**30 + 2**14).to_bytes(4, "big"))

    def test_least_delay_wins(self):
        offsets = ((1, 3), (2, 3), (3, 3))
        address = self.serve(*(self.good(self.NOW + first, self.NOW + last) for first, last in offsets))
        self.assertEqual(self.ask(address, 3, 0, 4, 0, 2, 0, 4), (1.5, 1.0, 3))

    def test_first_of_equal_delays_wins(self):
        address = self.serve(*(self.good(self.NOW + moment, self.NOW + moment) for moment in (3, 1, 2)))
        self.assertEqual(task_func(address, clock=self.clock(0, 1, 0, 1, 0, 1)), (2.5, 1.0, 3))

    def test_bad_answers_are_skipped(self):
        moments = (self.NOW, self.NOW)
        bad = [self.good(*moments, first=0x23), self.good(*moments, first=0x25), self.good(*moments, stratum=0)]
        bad += [self.good(*moments, stratum=16), self.good(*moments, originate=b"\1" * 8), lambda data: b"\x24\2"]
        bad += [lambda data: self.good(*moments)(data)[:47]]
        fine = [self.good(self.NOW + 9, self.NOW + 9, stratum=15), self.good(self.NOW + 9, self.NOW + 9, 0xDC, 1)]
        address = self.serve(*bad, *fine)
        self.assertEqual(self.ask(address, 9, *[0, 1] * 7, 0, 2, 0, 2), (8.0, 2.0, 2))

    def test_silence_fails_only_the_attempt(self):
        address = self.serve(lambda data: None, self.good(self.NOW, self.NOW))
        self.assertEqual(self.ask(address, 2, 0, 0, 1, timeout=0.05), (-0.5, 1.0, 1))

    def test_no_good_answer(self):
        address = self.serve(lambda data: None, self.good(self.NOW, self.NOW, stratum=0))
        with self.assertRaises(TimeoutError):
            self.ask(address, 2, 0, 0, 1, timeout=0.05)
        with self.assertRaises(TimeoutError):
            self.ask(address, 0)
