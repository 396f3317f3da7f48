import statistics
from datetime import timedelta, timezone
from email import message_from_string
from email.utils import parseaddr, parsedate_to_datetime


def task_func(messages, weekend_pauses=False):
    mails, by_id = [], {}
    for raw in messages:
        msg = message_from_string(raw)
        try:
            date = parsedate_to_datetime(msg["Date"])
        except (TypeError, ValueError):
            continue
        if date.tzinfo is None:
            date = date.replace(tzinfo=timezone.utc)
        sender = parseaddr(msg["From"])[1]
        mails.append((sender, date, (msg["In-Reply-To"] or "").strip()))
        by_id.setdefault((msg["Message-ID"] or "").strip(), (sender, date))
    by_id.pop("", None)

    def weekend(start, end):
        total = timedelta(0)
        current = start
        while current < end:
            midnight = (current + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
            upto = min(midnight, end)
            if current.weekday() >= 5:
                total += upto - current
            current = upto
        return total

    delays = {}
    for sender, date, parent in mails:
        if parent in by_id:
            asker, asked = by_id[parent]
            if asker != sender and date >= asked:
                delta = date - asked
                if weekend_pauses:
                    delta -= weekend(asked.astimezone(timezone.utc), date.astimezone(timezone.utc))
                delays.setdefault(sender, []).append(delta.total_seconds() / 60)
    rows = sorted((statistics.median(d), s, d) for s, d in delays.items())
    return [(s, len(d), round(m, 1), round(max(d), 1)) for m, s, d in rows]
