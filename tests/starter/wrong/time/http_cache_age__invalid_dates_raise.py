import re
from email.utils import parsedate_to_datetime


def task_func(headers, now, shared=False):
    fields = {k.lower(): v for k, v in headers.items()}
    control = fields.get("cache-control", "").lower()
    directives = dict(re.findall(r'([\w-]+)(?:\s*=\s*"?(\d*))?', control))
    if "no-store" in directives or (shared and "private" in directives):
        return ("forbidden", None)
    if "no-cache" in directives:
        return ("revalidate", None)
    sent = parsedate_to_datetime(fields["date"]) if "date" in fields else now
    if shared and "s-maxage" in directives:
        lifetime = int(directives["s-maxage"] or 0)
    elif "max-age" in directives:
        lifetime = int(directives["max-age"] or 0)
    elif "expires" in fields:
        lifetime = max(0, (parsedate_to_datetime(fields["expires"]) - sent).total_seconds())
    elif "last-modified" in fields:
        lifetime = max(0, (sent - parsedate_to_datetime(fields["last-modified"])).total_seconds() // 10)
    else:
        lifetime = 0
    age = max((now - sent).total_seconds(), int(fields.get("age", 0)), 0)
    return ("fresh" if lifetime > age else "stale", int(lifetime - age))
