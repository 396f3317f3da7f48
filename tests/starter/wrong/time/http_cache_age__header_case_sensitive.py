from datetime import timezone
from email.utils import parsedate_to_datetime


def task_func(headers, now, shared=False):
    directives = {}
    for part in headers.get("Cache-Control", "").split(","):
        name, _, value = part.strip().partition("=")
        directives[name.strip().lower()] = value.strip().strip('"')
    if "no-store" in directives or (shared and "private" in directives):
        return ("forbidden", None)
    if "no-cache" in directives:
        return ("revalidate", None)

    def number(text):
        return int(text) if text.isdigit() else 0

    def date(name):
        try:
            value = parsedate_to_datetime(headers[name])
            return value if value.tzinfo else value.replace(tzinfo=timezone.utc)
        except (KeyError, TypeError, ValueError):
            return None

    sent = date("Date") or now
    if shared and "s-maxage" in directives:
        lifetime = number(directives["s-maxage"])
    elif "max-age" in directives:
        lifetime = number(directives["max-age"])
    elif "Expires" in headers:
        lifetime = max(0, int(((date("Expires") or sent) - sent).total_seconds()))
    else:
        lifetime = max(0, int((sent - (date("Last-Modified") or sent)).total_seconds() // 10))
    age = max(0, int((now - sent).total_seconds()), number(headers.get("Age", "0")))
    return ("fresh" if lifetime > age else "stale", lifetime - age)
