import base64
import hashlib
import hmac
import ipaddress
import re
import unittest
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(text, key, kept_networks=()):
    """Replace the IP addresses in a log by stable pseudonyms that cannot be undone without the key.

    Every longest possible run of hexadecimal digits, colons and full stops that is an IPv4 or IPv6 address as a whole
    is an address; any other run stays as it is. Different spellings of an IPv6 address are the same address, and an
    IPv4 address mapped into IPv6 (::ffff:a.b.c.d) is the IPv4 address. Addresses that lie in a kept network stay as
    they are written. The pseudonym is "v4-" or "v6-", a network part, "-" and a host part. The network part is the
    first 6 characters of the lower-case Base32 of the HMAC-SHA256, under the key, of the packed first address of the
    address's network, which is the /24 for IPv4 and the /64 for IPv6; the host part is the same of the packed address
    itself.

    Parameters:
    - text (str): the log.
    - key (bytes): the secret key.
    - kept_networks (iterable of str): networks in CIDR notation whose addresses stay. Default is none.

    Returns:
    - tuple: (text, counts): the log with pseudonyms, and a list of tuples (pseudonym, number of occurrences), the
      most frequent first, equally frequent ones by pseudonym.

    Raises:
    - ValueError: if a kept network is not a valid one.

    Requirements:
    - base64
    - hashlib
    - hmac
    - ipaddress
    - re
    - collections

    Example:
    >>> task_func("from 127.0.0.1 at 10:30", b"key", ["127.0.0.0/8"])
    ('from 127.0.0.1 at 10:30', [])
    """
    kept = [ipaddress.ip_network(network) for network in kept_networks]
    counts = Counter()

    def tag(packed):
        return base64.b32encode(hmac.new(key, packed, hashlib.sha256).digest())[:6].decode().lower()

    def replace(match):
        try:
            address = ipaddress.ip_address(match[0])
        except ValueError:
            return match[0]
        if address.version == 6 and address.ipv4_mapped:
            address = address.ipv4_mapped
        if any(address in network for network in kept):
            return match[0]
        prefix = 24 if address.version == 4 else 64
        network = ipaddress.ip_network((address, prefix), strict=False)
        pseudonym = f"v{address.version}-{tag(network.network_address.packed)}-{tag(address.packed)}"
        counts[pseudonym] += 1
        return pseudonym

    result = re.sub(r"[0-9A-Fa-f:.]+", replace, text)
    return result, sorted(counts.items(), key=lambda item: (-item[1], item[0]))


class TestCases(unittest.TestCase):
    KEY = b"log key"

    def tag(self, *octets, key=KEY):
        return base64.b32encode(hmac.new(key, bytes(octets), "sha256").digest()).decode().lower()[:6]

    def v4(self, *octets):
        return f"v4-{self.tag(*octets[:3], 0)}-{self.tag(*octets)}"

    def test_ipv4_in_a_line(self):
        name = self.v4(203, 0, 113, 77)
        text, counts = task_func("203.0.113.77 - [10/Oct:13:55] GET /a.bed 200", self.KEY)
        self.assertEqual(text, f"{name} - [10/Oct:13:55] GET /a.bed 200")
        self.assertEqual(counts, [(name, 1)])

    def test_spellings_of_ipv6_agree(self):
        packed = [0x20, 0x01, 0x0D, 0xB8, *[0] * 11, 0xAB]
        name = f"v6-{self.tag(*packed[:8], *[0] * 8)}-{self.tag(*packed)}"
        text, counts = task_func("2001:db8::ab,2001:0DB8:0::00AB [2001:db8::ab%eth0]", self.KEY)
        self.assertEqual(text, f"{name},{name} [{name}%eth0]")
        self.assertEqual(counts, [(name, 3)])

    def test_ipv6_networks_are_64_bits_long(self):
        packed = [0x20, 0x01, 0x0D, 0xB8, 0, 0, 0, 0x01, 0x80, *[0] * 6, 0x01]
        name = f"v6-{self.tag(*packed[:8], *[0] * 8)}-{self.tag(*packed)}"
        self.assertEqual(task_func("2001:db8:0:1:8000::1", self.KEY), (name, [(name, 1)]))

    def test_mapped_address_is_the_ipv4_address(self):
        text, counts = task_func("::ffff:198.51.100.9 198.51.100.9", self.KEY)
        name = self.v4(198, 51, 100, 9)
        self.assertEqual((text, counts), (f"{name} {name}", [(name, 2)]))

    def test_runs_that_are_no_address_stay(self):
        text = "1.2.3 1.2.3.4.5 256.1.1.1 12:30:59 fee ::1::2 x 1.2.3.4. 01.2.3.4 :"
        self.assertEqual(task_func(text, self.KEY), (text, []))

    def test_kept_networks(self):
        kept = ["10.0.0.0/8", "fe80::/10"]
        text, counts = task_func("10.1.2.3 11.1.2.3 fe80::1 ::FFFF:10.0.0.1 ::1", self.KEY, kept)
        loopback = [*[0] * 15, 1]
        names = [self.v4(11, 1, 2, 3), f"v6-{self.tag(*[0] * 16)}-{self.tag(*loopback)}"]
        self.assertEqual(text, f"10.1.2.3 {names[0]} fe80::1 ::FFFF:10.0.0.1 {names[1]}")
        self.assertEqual(counts, sorted((name, 1) for name in names))

    def test_order_of_counts(self):
        addresses = [f"192.0.2.{number}" for number in range(1, 8)]
        _, counts = task_func(" ".join(addresses + ["192.0.2.5", "192.0.2.6", "192.0.2.5"]), self.KEY)
        names = sorted(self.v4(192, 0, 2, number) for number in (1, 2, 3, 4, 7))
        expected = [(self.v4(192, 0, 2, 5), 3), (self.v4(192, 0, 2, 6), 2)] + [(name, 1) for name in names]
        self.assertEqual(counts, expected)

    def test_invalid_kept_networks(self):
        for network in ("10.0.0.1/8", "ten", "10.0.0.0/33"):
            with self.subTest(network=network), self.assertRaises(ValueError):
                task_func("", self.KEY, [network])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.ip_addresses(v=4), st.ip_addresses(v=4), st.binary(max_size=3))
    def test_parts_tell_networks_and_hosts_apart(self, first, second, key):
        text, _ = task_func(f"{first} {second}", key)
        (_, net1, host1), (_, net2, host2) = (name.split("-") for name in text.split())
        self.assertEqual(net1 == net2, first.packed[:3] == second.packed[:3])
        self.assertEqual(host1 == host2, first == second)
        self.assertEqual(host1, self.tag(*first.packed, key=key))
