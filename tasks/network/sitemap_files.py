import gzip
import os
import tempfile
import time
import unittest
from datetime import datetime, timedelta, timezone
from pathlib import Path
from unittest import mock
from urllib.parse import quote, urljoin

from lxml import etree


def task_func(base, pages, folder, size):
    """Write the gzip-compressed sitemap files of a web site and the index that names them.

    Each page's URL is its path joined to base as a link would be, percent-encoded where a URL needs it (the characters
    '%/?=&;:' stay as they are). Pages with the same URL are one page with the latest of their moments. The pages are
    sorted by URL and split into files sitemap-1.xml.gz, sitemap-2.xml.gz, ... of at most size pages. Each is a <urlset>
    in the namespace http://www.sitemaps.org/schemas/sitemap/0.9 (declared as the default namespace) with one <url> per
    page, made of <loc> and <lastmod>, the moment in UTC like 2030-01-31T08:05:00Z, fractions of seconds cut off. The
    index, sitemap.xml (not compressed), is a <sitemapindex> in the same namespace with one <sitemap> per file, made of
    <loc>, the file's name joined to base, and <lastmod>, the latest in that file. All files are in UTF-8, begin with
    <?xml version='1.0' encoding='UTF-8'?>, have no white space between elements, and depend on nothing but the pages,
    so the gzip time stamps are 0.

    Parameters:
    - base (str): the site's address, ending in '/'.
    - pages (iterable of tuple): (path as str, time zone aware datetime of the last change).
    - folder (str or Path): an existing directory for the files.
    - size (int): the greatest number of pages in a file, at least 1.

    Returns:
    - int: the number of pages written. Without pages, the index is empty and there is no other file.

    Requirements:
    - datetime
    - gzip
    - lxml.etree
    - pathlib
    - urllib.parse

    Example:
    >>> task_func("http://a.test/", [("x", datetime(2030, 1, 1, tzinfo=timezone.utc))], ".", 1000)
    1
    """
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    latest = {}
    for path, moment in pages:
        url = quote(urljoin(base, path), safe="%/?=&;:")
        latest[url] = max(moment, latest.get(url, moment))

    def document(root_name, child_name, entries):
        root = etree.Element(f"{{{namespace}}}{root_name}", nsmap={None: namespace})
        for location, moment in entries:
            child = etree.SubElement(root, f"{{{namespace}}}{child_name}")
            etree.SubElement(child, f"{{{namespace}}}loc").text = location
            lastmod = etree.SubElement(child, f"{{{namespace}}}lastmod")
            lastmod.text = moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True)

    ordered = sorted(latest.items())
    index = []
    for start in range(0, len(ordered), size):
        part = ordered[start : start + size]
        name = f"sitemap-{len(index) + 1}.xml.gz"
        Path(folder, name).write_bytes(gzip.compress(document("urlset", "url", part), mtime=0))
        index.append((urljoin(base, name), max(moment for _, moment in part)))
    Path(folder, "sitemap.xml").write_bytes(document("sitemapindex", "sitemap", index))
    return len(latest)


class TestCases(unittest.TestCase):
    NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>\n"

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def day(self, number, hours=0, **more):
        return datetime(2030, 1, number, tzinfo=timezone(timedelta(hours=hours)), **more)

    def write(self, pages, base="http://a.test/", size=50):
        number = task_func(base, pages, self.folder, size)
        return number, sorted(path.name for path in self.folder.iterdir())

    def entries(self, name):
        data = (self.folder / name).read_bytes()
        root = etree.fromstring(gzip.decompress(data) if name.endswith(".gz") else data)
        return [(url.findtext(self.NS + "loc"), url.findtext(self.NS + "lastmod")) for url in root]

    def test_exact_bytes(self):
        result = self.write([("p?a=1&b=2", self.day(2, hour=3, minute=4, second=5, microsecond=999999))])
        self.assertEqual(result, (1, ["sitemap-1.xml.gz", "sitemap.xml"]))
        head = b"xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        packed = (self.folder / "sitemap-1.xml.gz").read_bytes()
        expected = b"<urlset " + head + b"<url><loc>http://a.test/p?a=1&amp;b=2</loc>"
        expected += b"<lastmod>2030-01-02T03:04:05Z</lastmod></url></urlset>"
        self.assertEqual(gzip.decompress(packed), self.DECLARATION + expected)
        self.assertEqual(packed[4:8], bytes(4))
        expected = b"<sitemapindex " + head + b"<sitemap><loc>http://a.test/sitemap-1.xml.gz</loc>"
        expected += b"<lastmod>2030-01-02T03:04:05Z</lastmod></sitemap></sitemapindex>"
        self.assertEqual((self.folder / "sitemap.xml").read_bytes(), self.DECLARATION + expected)

    def test_urls(self):
        forms = {
            "b c": "http://a.test/de/b%20c",
            "/ü/%20;x": "http://a.test/%C3%BC/%20;x",
            "../up": "http://a.test/up",
            "http://b.test:81/?q=1:2": "http://b.test:81/?q=1:2",
            "": "http://a.test/de/",
        }
        self.write([(path, self.day(1)) for path in forms], "http://a.test/de/")
        self.assertEqual([url for url, _ in self.entries("sitemap-1.xml.gz")], sorted(forms.values()))
        self.assertEqual(self.entries("sitemap.xml")[0][0], "http://a.test/de/sitemap-1.xml.gz")

    def test_zone_of_this_machine_does_not_matter(self):
        zone = mock.patch.dict(os.environ, TZ="JST-9")
        zone.start()
        self.addCleanup(time.tzset)
        self.addCleanup(zone.stop)
        time.tzset()
        self.write([("x", self.day(5, hours=-2))])
        self.assertEqual(self.entries("sitemap-1.xml.gz"), [("http://a.test/x", "2030-01-05T02:00:00Z")])

    def test_splitting(self):
        pages = [(f"p{n}", self.day(n + 1)) for n in (4, 1, 3, 0, 2)]
        names = ["sitemap-1.xml.gz", "sitemap-2.xml.gz", "sitemap-3.xml.gz", "sitemap.xml"]
        self.assertEqual(self.write(iter(pages), size=2), (5, names))
        found = [[url[-2:] for url, _ in self.entries(f"sitemap-{n}.xml.gz")] for n in (1, 2, 3)]
        self.assertEqual(found, [["p0", "p1"], ["p2", "p3"], ["p4"]])
        days = [f"2030-01-0{day}T00:00:00Z" for day in (2, 4, 5)]
        urls = ["http://a.test/" + name for name in names[:3]]
        self.assertEqual(self.entries("sitemap.xml"), list(zip(urls, days, strict=True)))

    def test_exactly_full_file_and_order(self):
        pages = [("b", self.day(3)), ("a", self.day(9)), ("c", self.day(5))]
        self.assertEqual(self.write(pages, size=3)[1], ["sitemap-1.xml.gz", "sitemap.xml"])
        self.assertEqual(self.entries("sitemap.xml")[0][1], "2030-01-09T00:00:00Z")
        self.assertEqual([url[-1] for url, _ in self.entries("sitemap-1.xml.gz")], ["a", "b", "c"])

    def test_same_page_takes_the_latest(self):
        pages = [("x", self.day(5)), ("./x", self.day(7, hours=3)), ("/y/../x", self.day(6)), ("z", self.day(1, -5))]
        self.assertEqual(self.write(pages)[0], 2)
        expected = [("http://a.test/x", "2030-01-06T21:00:00Z"), ("http://a.test/z", "2030-01-01T05:00:00Z")]
        self.assertEqual(self.entries("sitemap-1.xml.gz"), expected)

    def test_no_pages(self):
        self.assertEqual(self.write([]), (0, ["sitemap.xml"]))
        self.assertEqual(self.entries("sitemap.xml"), [])

    def test_one_page_too_many(self):
        moment = self.day(1)
        self.assertEqual(len(self.write(((str(n), moment) for n in range(11)), size=10)[1]), 3)
        self.assertEqual(len(self.entries("sitemap-1.xml.gz")), 10)
        self.assertEqual(self.entries("sitemap-2.xml.gz"), [("http://a.test/9", "2030-01-01T00:00:00Z")])
