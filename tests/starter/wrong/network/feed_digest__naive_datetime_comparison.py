import html
import re
import textwrap
import xml.etree.ElementTree as ET

from dateutil import parser


def task_func(feeds, since, limit=10, width=60):
    items = {}
    for feed in feeds:
        root = ET.fromstring(feed)
        feed_title = root.findtext("channel/title").strip()
        for item in root.iter("item"):
            date = item.findtext("pubDate")
            if not date:
                continue
            moment = parser.parse(date)
            if moment < since:
                continue
            link = item.findtext("link")
            guid = item.findtext("guid") or link
            if guid not in items or items[guid][0] < moment:
                description = html.unescape(re.sub(r"<[^>]+>", " ", item.findtext("description") or ""))
                items[guid] = (moment, item.findtext("title").strip(), feed_title, description, link)
    blocks = []
    ordered = sorted(items.values(), key=lambda x: x[1])
    ordered.sort(key=lambda x: x[0], reverse=True)
    for moment, title, feed_title, description, link in ordered[:limit]:
        block = f"{moment:%Y-%m-%d %H:%M} {title} ({feed_title})"
        short = textwrap.shorten(description, width)
        if short:
            block += "\n    " + short
        blocks.append(block + "\n    " + link)
    return "\n\n".join(blocks)
