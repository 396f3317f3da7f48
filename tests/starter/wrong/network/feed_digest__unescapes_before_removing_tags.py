import html
import re
import textwrap
import xml.etree.ElementTree as ET
from datetime import timezone

from dateutil import parser


def task_func(feeds, since, limit=10, width=60):
    best = {}
    for feed in feeds:
        channel = ET.fromstring(feed).find("channel")
        source = channel.findtext("title", "").strip()
        for item in channel.iterfind("item"):
            raw = item.findtext("pubDate")
            if not raw:
                continue
            when = parser.parse(raw)
            when = when.replace(tzinfo=timezone.utc) if when.tzinfo is None else when.astimezone(timezone.utc)
            link = item.findtext("link", "")
            guid = item.findtext("guid") or link
            if when < since or (guid in best and best[guid]["when"] >= when):
                continue
            body = html.unescape(item.findtext("description", ""))
            body = re.sub(r"<[^>]*>", " ", body)
            best[guid] = {
                "when": when,
                "title": item.findtext("title", "").strip(),
                "source": source,
                "body": textwrap.shorten(" ".join(body.split()), width=width),
                "link": link,
            }
    entries = sorted(best.values(), key=lambda e: (-e["when"].timestamp(), e["title"]))
    blocks = []
    for e in entries[:limit]:
        lines = [f"{e['when']:%Y-%m-%d %H:%M} {e['title']} ({e['source']})"]
        if e["body"]:
            lines.append("    " + e["body"])
        lines.append("    " + e["link"])
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)
