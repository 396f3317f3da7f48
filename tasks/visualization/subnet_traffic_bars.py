import collections
import ipaddress
import unittest

import matplotlib.pyplot as plt
from matplotlib.ticker import EngFormatter


def task_func(lines, top=5, prefix=24):
    """Draw the traffic of the busiest networks as horizontal bars, split into inbound and outbound.

    Each line holds a source address, a destination address and a number of bytes, separated by white space; blank
    lines and lines that begin with '#' are skipped. A line counts if exactly one of its two addresses is private in
    the sense of Python's ipaddress module: as outbound traffic if that is the source, else as inbound traffic. It
    counts for the network of the other address, with the given prefix length for IPv4 and 48 for IPv6.

    Draw the top networks with the most bytes, both directions together, in the rows 0, 1, 2... from the top down, the
    busiest first. Where the bytes are equal, IPv4 comes before IPv6, then the lower network address. Every row has a
    bar of the inbound bytes from 0 to the right and one of the outbound bytes from 0 to the left (negative width); all
    inbound bars are one bar container labelled 'inbound', all outbound bars the next one, labelled 'outbound'. y ticks
    carry the networks in CIDR notation. The x axis has the ticks formatted by matplotlib's EngFormatter with the unit
    'B', and a vertical black line (axvline) marks 0. There is a legend of the two directions.

    Parameters:
    - lines (list[str]): The traffic records.
    - top (int): Greatest number of networks. Default 5.
    - prefix (int): Prefix length of IPv4 networks. Default 24.

    Returns:
    - tuple: (matplotlib Axes, dict from the network in CIDR notation to (inbound, outbound) bytes for the networks
      drawn, in the order of the rows).

    Raises:
    - ValueError: If a line that is not skipped has no three fields, a bad address or number, or if none counts.

    Requirements:
    - collections
    - ipaddress
    - matplotlib.pyplot
    - matplotlib.ticker

    Example:
    >>> ax, traffic = task_func(['10.0.0.7 8.8.8.8 60', '8.8.8.9 10.0.0.7 900', '10.0.0.7 10.0.0.8 5'])
    >>> traffic
    {'8.8.8.0/24': (900, 60)}
    """
    totals = collections.defaultdict(lambda: [0, 0])
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        source, target, size = line.split()
        ends = ipaddress.ip_address(source), ipaddress.ip_address(target)
        amount = int(size)
        outbound = ends[0].is_private
        if outbound != ends[1].is_private:
            public = ends[outbound]
            length = prefix if public.version == 4 else 48
            totals[ipaddress.ip_network((public, length), strict=False)][outbound] += amount
    if not totals:
        raise ValueError(f"no traffic in {len(lines)} lines")

    def rank(network):
        return -sum(totals[network]), network.version, network.network_address

    traffic = {str(network): tuple(totals[network]) for network in sorted(totals, key=rank)[:top]}
    rows = range(len(traffic))
    _, ax = plt.subplots()
    ax.barh(rows, [inbound for inbound, _ in traffic.values()], color="tab:blue", label="inbound")
    ax.barh(rows, [-outbound for _, outbound in traffic.values()], color="tab:orange", label="outbound")
    ax.axvline(0, color="black")
    ax.set_yticks(rows, traffic)
    ax.invert_yaxis()
    ax.xaxis.set_major_formatter(EngFormatter("B"))
    ax.legend()
    return ax, traffic


class TestCases(unittest.TestCase):
    def setUp(self):
        self.addCleanup(plt.close, "all")

    def widths(self, container):
        return [bar.get_width() for bar in container]

    def test_directions_and_order(self):
        lines = [
            "192.168.1.5 1.1.1.1 100",
            "1.1.1.200 192.168.1.6 50",
            "9.9.9.9 172.16.0.1 400",
            "10.1.2.3 9.9.9.1 1",
            "8.8.4.4 10.0.0.1 7",
        ]
        ax, traffic = task_func(lines)
        self.assertEqual(
            list(traffic.items()), [("9.9.9.0/24", (400, 1)), ("1.1.1.0/24", (50, 100)), ("8.8.4.0/24", (7, 0))]
        )
        inbound, outbound = ax.containers
        self.assertEqual((self.widths(inbound), self.widths(outbound)), ([400, 50, 7], [-1, -100, 0]))
        self.assertEqual([bar.get_x() for bar in [*inbound, *outbound]], [0] * 6)
        self.assertEqual([round(bar.get_y() + bar.get_height() / 2, 6) for bar in outbound], [0, 1, 2])
        self.assertEqual((inbound.get_label(), outbound.get_label()), ("inbound", "outbound"))
        for container, name in ((inbound, "tab:blue"), (outbound, "tab:orange")):
            self.assertEqual({bar.get_facecolor() for bar in container}, {plt.matplotlib.colors.to_rgba(name)})

    def test_axes(self):
        ax, _ = task_func(["10.0.0.1 1.1.1.1 1500", "10.0.0.1 2.2.2.2 10"])
        self.assertEqual([label.get_text() for label in ax.get_yticklabels()], ["1.1.1.0/24", "2.2.2.0/24"])
        self.assertEqual(list(ax.get_yticks()), [0, 1])
        self.assertTrue(ax.yaxis_inverted())
        self.assertEqual(ax.xaxis.get_major_formatter()(1500), "1.5 kB")
        self.assertEqual([text.get_text() for text in ax.get_legend().get_texts()], ["inbound", "outbound"])
        (zero,) = ax.get_lines()
        self.assertEqual((list(zero.get_xdata()), zero.get_color()), ([0, 0], "black"))

    def test_lines_that_do_not_count(self):
        lines = ["", "  \t", "# 10.0.0.1 3.3.3.3 5", "10.0.0.1 192.168.0.1 5", "3.3.3.3 4.4.4.4 5"]
        lines += ["127.0.0.1 10.0.0.1 9", "10.0.0.1\t6.6.6.6   8  "]
        self.assertEqual(task_func(lines)[1], {"6.6.6.0/24": (0, 8)})

    def test_prefix_lengths_and_ipv6(self):
        lines = ["2a00:1450:4001:81::e fd00::1 30", "fe80::1 2a00:1450:4001:ffff::1 4", "10.0.0.1 99.1.255.255 3"]
        _, traffic = task_func(lines, prefix=16)
        self.assertEqual(traffic, {"2a00:1450:4001::/48": (30, 4), "99.1.0.0/16": (0, 3)})

    def test_ties(self):
        sources = ["2a00:1450::1", "200.0.0.1", "30.0.0.1", "2600::9", "100.0.0.0"]
        lines = [f"{source} {'fd00::1' if ':' in source else '10.0.0.1'} 6" for source in sources]
        _, traffic = task_func(lines)
        networks = ["30.0.0.0/24", "100.0.0.0/24", "200.0.0.0/24", "2600::/48", "2a00:1450::/48"]
        self.assertEqual(list(traffic), networks)

    def test_top(self):
        lines = [f"10.0.0.1 {number}.1.1.1 {number}" for number in range(20, 28)]
        ax, traffic = task_func(lines)
        self.assertEqual(list(traffic), [f"{number}.1.1.0/24" for number in (27, 26, 25, 24, 23)])
        self.assertEqual(len(ax.patches), 10)
        self.assertEqual(list(task_func(lines, top=1)[1]), ["27.1.1.0/24"])
        self.assertEqual(len(task_func(lines, top=99)[1]), 8)

    def test_rejects_bad_records(self):
        good = "10.0.0.1 1.1.1.1 5"
        for line in ("", "# nothing", "10.0.0.1 1.1.1.1", f"{good} 6", "10.0.0.1 1.1.1.256 5", "10.0.0.1 1.1.1.1 x"):
            with self.subTest(line=line), self.assertRaises(ValueError):
                task_func([line])
        with self.assertRaises(ValueError):
            task_func([good, "10.0.0.1 10.0.0.2 many"])
        with self.assertRaises(ValueError):
            task_func([good, "localhost 1.1.1.1 5"])
        self.assertEqual(plt.get_fignums(), [])

    def test_same_network_from_many_hosts(self):
        lines = [f"10.0.0.{host} 5.5.5.{host} 10" for host in range(1, 200)]
        self.assertEqual(task_func(lines)[1], {"5.5.5.0/24": (0, 1990)})
