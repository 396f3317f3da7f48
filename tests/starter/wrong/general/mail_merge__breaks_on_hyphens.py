import csv
import io
import re
import string
import textwrap
from email.message import EmailMessage


class PercentTemplate(string.Template):
    delimiter = "%"


def task_func(template, csv_text, sender, width=72):
    reader = csv.DictReader(io.StringIO(csv_text))
    rows = list(reader)
    columns = reader.fieldnames or []
    names = [m["named"] or m["braced"] for m in PercentTemplate.pattern.finditer(template) if not m["escaped"]]
    if "email" not in columns or any(name not in columns for name in names):
        raise ValueError("columns missing")
    messages, left_out = [], []
    for number, row in enumerate(rows, 1):
        if any(not row[name].strip() for name in [*names, "email"]):
            left_out.append(number)
            continue
        subject, body = (PercentTemplate(template).substitute(row) + "\n").split("\n", 1)
        parts = [" ".join(p.split()) for p in re.split(r"\n\s*\n", body) if p.strip()]
        message = EmailMessage()
        message["Subject"] = " ".join(subject.split())
        message["From"] = sender
        message["To"] = row["email"]
        message.set_content("\n\n".join(textwrap.fill(p, width=width) for p in parts))
        messages.append(message)
    return messages, left_out
