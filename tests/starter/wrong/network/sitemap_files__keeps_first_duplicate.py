import gzip
from datetime import timezone
from pathlib import Path
from urllib.parse import quote, urljoin

from lxml import etree


def task_func(base, pages, folder, size):
    ns = "http://www.sitemaps.org/schemas/sitemap/0.9"
    folder = Path(folder)
    unique = {}
    for path, moment in pages:
        unique.setdefault(quote(urljoin(base, path), safe="%/?=&;:"), moment.astimezone(timezone.utc))
    rows = sorted(unique.items())

    def to_bytes(root, child, items):
        element = etree.Element(etree.QName(ns, root), nsmap={None: ns})
        for loc, when in items:
            entry = etree.SubElement(element, etree.QName(ns, child))
            etree.SubElement(entry, etree.QName(ns, "loc")).text = loc
            etree.SubElement(entry, etree.QName(ns, "lastmod")).text = when.strftime("%Y-%m-%dT%H:%M:%SZ")
        return etree.tostring(element, xml_declaration=True, encoding="UTF-8")

    index = []
    for number, start in enumerate(range(0, len(rows), size), 1):
        part = rows[start : start + size]
        filename = f"sitemap-{number}.xml.gz"
        folder.joinpath(filename).write_bytes(gzip.compress(to_bytes("urlset", "url", part), mtime=0))
        index.append((urljoin(base, filename), max(when for _, when in part)))
    folder.joinpath("sitemap.xml").write_bytes(to_bytes("sitemapindex", "sitemap", index))
    return len(rows)
