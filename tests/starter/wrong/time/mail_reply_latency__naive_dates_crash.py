import statistics
from email import message_from_string
from email.utils import parseaddr, parsedate_to_datetime


def task_func(messages, weekend_pauses=False):
    mails = []
    for raw in messages:
        msg = message_from_string(raw)
        try:
            date = parsedate_to_datetime(msg["Date"])
        except (TypeError, ValueError):
            continue
        mails.append((parseaddr(msg.get("From", ""))[1].lower(), date, msg))
    by_id = {}
    for sender, date, msg in mails:
        if msg["Message-ID"]:
            by_id.setdefault(msg["Message-ID"].strip(), (sender, date))
    delays = {}
    for sender, date, msg in mails:
        parent = by_id.get((msg["In-Reply-To"] or "").strip())
        if parent is None or parent[0] == sender:
            continue
        minutes = (date - parent[1]).total_seconds() / 60
        if minutes < 0:
            continue
        if weekend_pauses:
            days = (date.date() - parent[1].date()).days
            minutes -= (days // 7) * 2 * 24 * 60
        delays.setdefault(sender, []).append(minutes)
    rows = [(s, len(d), round(statistics.median(d), 1), round(max(d), 1)) for s, d in delays.items()]
    return sorted(rows, key=lambda row: (row[2], row[0]))
