import html
import os
import re
import textwrap
import time
import unittest
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta, timezone
from unittest import mock

from dateutil import parser


def task_func(feeds, since, limit=10, width=60):
    """Merge the items of several RSS 2.0 feeds into one plain text digest, newest first.

    An item's moment is its pubDate in whatever notation; without an offset it is UTC. Items older than since and items
    without a pubDate are left out. Of items with the same guid (the link stands in for a missing guid), in any feed,
    only the newest is kept. Items of the same moment are sorted by title. Each item makes one block:

    2030-03-05 09:30 Title of the item (Title of the feed)
        the text of its description
        https://its.link/

    The time is UTC. Titles are stripped. The description has its HTML tags removed, entities resolved afterwards and
    white space collapsed, is shortened to at most width characters at a word boundary with ' [...]' at the end, and is
    left out with its line if nothing remains. Both further lines are indented by four spaces. Blocks are separated by
    an empty line; there is no line feed at the end.

    Parameters:
    - feeds (list of str): the XML documents.
    - since (datetime.datetime): time zone aware; an item of exactly this moment is included.
    - limit (int): the greatest number of items, default 10.
    - width (int): the greatest length of a description without its indent, default 60.

    Returns:
    - str: the digest, '' if there are no items.

    Raises:
    - xml.etree.ElementTree.ParseError: if a feed is not well-formed XML.

    Requirements:
    - datetime
    - dateutil.parser
    - html
    - re
    - textwrap
    - xml.etree.ElementTree

    Example:
    >>> feed = "<rss><channel><title>N</title><item><title>A</title><link>http://n.test</link>"
    >>> feed += "<pubDate>1 May 2030 8:00</pubDate></item></channel></rss>"
    >>> print(task_func([feed], datetime(2030, 1, 1, tzinfo=timezone.utc)))
    2030-05-01 08:00 A (N)
        http://n.test
    """
    newest = {}
    for feed in feeds:
        channel = ET.fromstring(feed).find("channel")
        for item in channel.findall("item"):
            if not item.findtext("pubDate"):
                continue
            moment = parser.parse(item.findtext("pubDate"))
            moment = moment.astimezone(timezone.utc) if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
            link = item.findtext("link")
            key = item.findtext("guid", link)
            if moment < since or key in newest and newest[key][0] >= moment:
                continue
            title = item.findtext("title").strip()
            text = html.unescape(re.sub(r"<[^>]*>", " ", item.findtext("description", "")))
            lines = [f"{moment:%Y-%m-%d %H:%M} {title} ({channel.findtext('title').strip()})"]
            lines += [f"    {line}" for line in (textwrap.shorten(text, width), link) if line]
            newest[key] = (moment, title, "\n".join(lines))
    ranked = sorted(newest.values(), key=lambda entry: (since - entry[0], entry[1]))
    return "\n\n".join(block for _, _, block in ranked[:limit])


class TestCases(unittest.TestCase):
    SINCE = datetime(2030, 3, 1, 12, 0, tzinfo=timezone(timedelta(hours=2)))

    def feed(self, *items, title="News"):
        tags = ["".join(f"<{k}>{v}</{k}>" for k, v in item.items()) for item in items]
        return f"<rss><channel><title>{title}</title>{''.join(f'<item>{t}</item>' for t in tags)}</channel></rss>"

    def item(self, title, date, **more):
        item = {"title": title, "link": f"http://n.test/{title.strip()}", "pubDate": date, **more}
        return {k: v for k, v in item.items() if v is not None}

    def titles(self, *feeds, **options):
        digest = task_func(list(feeds), self.SINCE, **options)
        return [block.split()[2] for block in digest.split("\n\n") if block]

    def test_layout(self):
        text = " &lt;p&gt;Fish &amp;amp; chips&lt;/p&gt;&lt;p&gt;1 &amp;lt; 2&lt;br/&gt;\n\n ok&lt;/p&gt; "
        first = self.item(" Food ", "Tue, 05 Mar 2030 10:30:00 +0100", description=text)
        second = self.item("Bare", "2030-03-04T23:59:30Z", description="&lt;img src='x'&gt; ")
        expected = (
            "2030-03-05 09:30 Food (Town)\n    Fish & chips 1 < 2 ok\n    http://n.test/Food\n\n"
            "2030-03-04 23:59 Bare (Town)\n    http://n.test/Bare"
        )
        self.assertEqual(task_func([self.feed(second, first, title=" Town\n")], self.SINCE), expected)

    def test_since_and_zones(self):
        items = [
            self.item("undated", None),
            self.item("exact", "1 Mar 2030 10:00"),
            self.item("before", "Fri, 01 Mar 2030 11:59:59 +0200"),
            self.item("late", "2030-03-01T05:00:01-05:00"),
            self.item("blank", ""),
        ]
        self.assertEqual(self.titles(self.feed(*items)), ["late", "exact"])

    def test_duplicates_across_feeds(self):
        one = self.feed(self.item("old", "2030-03-02", guid="g"), self.item("solo", "2030-03-03", link="http://x.test"))
        two = self.feed(self.item("new", "2030-03-04", guid="g"), self.item("same", "2030-03-03", link="http://x.test"))
        self.assertEqual(self.titles(one, two), ["new", "solo"])
        self.assertEqual(self.titles(two, one), ["new", "same"])

    def test_equal_moments_by_title_and_limit(self):
        names = list("bdaceflkjihg")
        feed = self.feed(*[self.item(name, "2030-03-02 08:00") for name in names], self.item("z", "2030-03-02 08:01"))
        self.assertEqual(self.titles(feed), ["z", *"abcdefghi"])
        self.assertEqual(self.titles(feed, limit=2), ["z", "a"])

    def test_titles_of_which_one_begins_the_other(self):
        items = [self.item(title, "2030-03-02", link=f"http://n.test/{n}") for n, title in enumerate(("A #1", "A"))]
        first, second = task_func([self.feed(*items)], self.SINCE).split("\n\n")
        self.assertEqual(first, "2030-03-02 00:00 A (News)\n    http://n.test/1")
        self.assertEqual(second, "2030-03-02 00:00 A #1 (News)\n    http://n.test/0")

    def test_zone_of_this_machine_does_not_matter(self):
        zone = mock.patch.dict(os.environ, TZ="JST-9")
        zone.start()
        self.addCleanup(time.tzset)
        self.addCleanup(zone.stop)
        time.tzset()
        for date in ("2030-03-05 09:30", "Tue, 05 Mar 2030 10:30:00 +0100"):
            digest = task_func([self.feed(self.item("A", date))], self.SINCE)
            self.assertEqual(digest, "2030-03-05 09:30 A (News)\n    http://n.test/A")

    def test_shortening(self):
        words = "twelve words " * 5
        for width, expected in ((60, "twelve words twelve words twelve words twelve words [...]"), (64, words.strip())):
            feed = self.feed(self.item("t", "2030-03-02", description=words))
            digest = task_func([feed], self.SINCE, width=width)
            self.assertEqual(digest.split("\n")[1], "    " + expected)
        self.assertIn("[...]\n", task_func([feed], self.SINCE))

    def test_width_of_sixty_is_the_default(self):
        for length, shortened in ((60, False), (61, True)):
            feed = self.feed(self.item("t", "2030-03-02", description="ab " * 10 + "x" * (length - 30)))
            self.assertEqual("[...]" in task_func([feed], self.SINCE), shortened)

    def test_nothing_and_broken_xml(self):
        self.assertEqual(task_func([], self.SINCE), "")
        self.assertEqual(task_func([self.feed()], self.SINCE), "")
        with self.assertRaises(ET.ParseError):
            task_func([self.feed(), "<rss><channel>"], self.SINCE)
