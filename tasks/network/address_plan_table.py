import ipaddress
import unittest

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(blocks, hosts):
    """Tabulate how full the address blocks of a network plan are.

    Each host belongs to the most specific block that contains it, so a host inside both 10.0.0.0/8 and 10.1.0.0/16
    counts only for the latter. Hosts may be written with different spellings of the same address (IPv6 zeros, letter
    case); an address counts once. Blocks may be given with host bits set, which are cleared; a block that is given
    twice appears once.

    Parameters:
    - blocks (list of str): IPv4 or IPv6 networks in CIDR notation.
    - hosts (iterable of str): addresses in use.

    Returns:
    - pandas.DataFrame: one row per block, IPv4 before IPv6, then by network address, then the shorter prefix first,
      with a default index and the columns 'block' (str, canonical CIDR notation), 'parent' (str, the most specific
      other block that contains it, or '' if there is none), 'size' (int, number of addresses), 'used' (int, addresses
      in use that belong to it) and 'percent' (float, used of size in percent, rounded to two decimals). After these
      rows comes one with the block 'unplanned', parent '', size 0, the number of addresses outside all blocks and
      percent 0.0.

    Raises:
    - ValueError: if a block or a host cannot be parsed.

    Requirements:
    - ipaddress
    - pandas

    Example:
    >>> task_func(["10.0.0.0/30"], ["10.0.0.1", "10.9.9.9"])["used"].tolist()
    [1, 1]
    """
    networks = sorted({ipaddress.ip_network(block, strict=False) for block in blocks}, key=ipaddress.get_mixed_type_key)

    def closest(item, candidates):
        around = [net for net in candidates if net.version == item.version and item.subnet_of(net)]
        return max(around, key=lambda net: net.prefixlen, default=None)

    used = dict.fromkeys([*networks, None], 0)
    for address in {ipaddress.ip_address(host) for host in hosts}:
        used[closest(ipaddress.ip_network(address), networks)] += 1
    rows = []
    for network in networks:
        parent = closest(network, [other for other in networks if other != network])
        size = network.num_addresses
        percent = round(100 * used[network] / size, 2)
        rows.append((str(network), "" if parent is None else str(parent), size, used[network], percent))
    rows.append(("unplanned", "", 0, used[None], 0.0))
    return pd.DataFrame(rows, columns=["block", "parent", "size", "used", "percent"])


class TestCases(unittest.TestCase):
    def rows(self, blocks, hosts):
        frame = task_func(blocks, hosts)
        self.assertEqual(list(frame.columns), ["block", "parent", "size", "used", "percent"])
        self.assertEqual(list(frame.index), list(range(len(frame))))
        return [tuple(row) for row in frame.values.tolist()]

    def test_nested_blocks(self):
        blocks = ["10.1.2.0/24", "10.0.0.0/8", "10.1.0.0/16", "10.2.0.0/16"]
        hosts = ["10.1.2.3", "10.1.2.255", "10.1.3.0", "10.9.0.1", "10.2.0.0", "11.0.0.0"]
        expected = [
            ("10.0.0.0/8", "", 2**24, 1, 0.0),
            ("10.1.0.0/16", "10.0.0.0/8", 65536, 1, 0.0),
            ("10.1.2.0/24", "10.1.0.0/16", 256, 2, 0.78),
            ("10.2.0.0/16", "10.0.0.0/8", 65536, 1, 0.0),
            ("unplanned", "", 0, 1, 0.0),
        ]
        self.assertEqual(self.rows(blocks, hosts), expected)

    def test_order_is_numeric_and_by_version(self):
        blocks = ["2001:db8::/126", "100.0.0.0/31", "9.0.0.0/30", "::/127", "9.0.0.0/29"]
        order = ["9.0.0.0/29", "9.0.0.0/30", "100.0.0.0/31", "::/127", "2001:db8::/126", "unplanned"]
        self.assertEqual([row[0] for row in self.rows(blocks, [])], order)

    def test_spellings_and_duplicates_count_once(self):
        hosts = ["2001:DB8::1", "2001:db8:0:0::1", "2001:db8::2", "10.0.0.1", "10.0.0.1"]
        rows = self.rows(["2001:db8::9/125", "2001:db8::/125"], iter(hosts))
        self.assertEqual(rows[0], ("2001:db8::/125", "", 8, 2, 25.0))
        self.assertEqual([row[3] for row in rows], [2, 0, 1])
        self.assertEqual(self.rows(["10.0.0.3/30", "10.0.0.1/30"], ["10.0.0.2"])[0], ("10.0.0.0/30", "", 4, 1, 25.0))

    def test_versions_do_not_mix(self):
        rows = self.rows(["128.0.0.0/1", "::/0"], ["::1", "200.7.6.5"])
        self.assertEqual([row[3] for row in rows], [1, 1, 0])
        self.assertEqual([row[1] for row in rows], ["", "", ""])

    def test_single_addresses_and_rounding(self):
        rows = self.rows(["10.0.0.7", "10.0.0.0/28"], [f"10.0.0.{n}" for n in (0, 1, 7, 15)])
        self.assertEqual(rows[0], ("10.0.0.0/28", "", 16, 3, 18.75))
        self.assertEqual(rows[1], ("10.0.0.7/32", "10.0.0.0/28", 1, 1, 100.0))
        self.assertEqual(self.rows(["10.0.0.0/26"], ["10.0.0.1"])[0][4], 1.56)

    def test_nothing_given(self):
        self.assertEqual(self.rows([], []), [("unplanned", "", 0, 0, 0.0)])

    def test_bad_text(self):
        for blocks, hosts in ((["10.0.0.0/33"], []), (["10.0.0.0/8"], ["10.0.0.256"]), (["lan"], [])):
            with self.assertRaises(ValueError):
                task_func(blocks, hosts)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.tuples(st.integers(0, 63), st.integers(26, 32)), max_size=6), st.sets(st.integers(0, 99)))
    def test_every_host_is_counted_once(self, blocks, numbers):
        blocks = [f"10.0.0.{start}/{length}" for start, length in blocks]
        rows = self.rows(blocks, [f"10.0.0.{number}" for number in numbers])
        self.assertEqual(sum(row[3] for row in rows), len(numbers))
        covered = {int(a) & 255 for block in blocks for a in ipaddress.ip_network(block, strict=False)}
        self.assertEqual(rows[-1][3], len(numbers - covered))
