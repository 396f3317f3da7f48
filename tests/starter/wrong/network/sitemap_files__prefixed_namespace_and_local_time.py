import gzip
from pathlib import Path
from urllib.parse import quote, urljoin
from xml.etree import ElementTree


def task_func(base, pages, folder, size):
    ns = "http://www.sitemaps.org/schemas/sitemap/0.9"
    latest = {}
    for path, moment in pages:
        url = quote(urljoin(base, path), safe="%/?=&;:")
        if url not in latest or moment > latest[url]:
            latest[url] = moment

    def build(root_tag, tag, rows):
        root = ElementTree.Element(f"{{{ns}}}{root_tag}")
        for loc, moment in rows:
            node = ElementTree.SubElement(root, f"{{{ns}}}{tag}")
            ElementTree.SubElement(node, f"{{{ns}}}loc").text = loc
            ElementTree.SubElement(node, f"{{{ns}}}lastmod").text = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        return ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)

    rows = sorted(latest.items())
    index = []
    for i in range(0, len(rows), size):
        chunk = rows[i : i + size]
        name = f"sitemap-{i // size + 1}.xml.gz"
        (Path(folder) / name).write_bytes(gzip.compress(build("urlset", "url", chunk), mtime=0))
        index.append((urljoin(base, name), max(m for _, m in chunk)))
    (Path(folder) / "sitemap.xml").write_bytes(build("sitemapindex", "sitemap", index))
    return len(rows)
