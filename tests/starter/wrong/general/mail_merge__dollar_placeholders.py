import csv
import io
import string
import textwrap
from email.message import EmailMessage


def task_func(template, csv_text, sender, width=72):
    reader = csv.DictReader(io.StringIO(csv_text))
    if "email" not in (reader.fieldnames or []):
        raise ValueError("The table needs an email column")
    text = string.Template(template.replace("%%", "\0").replace("%", "$").replace("\0", "%"))
    messages, skipped = [], []
    for number, row in enumerate(reader, 1):
        if not row["email"].strip() or any(not (v or "").strip() for k, v in row.items() if k in template):
            skipped.append(number)
            continue
        try:
            filled = text.substitute(row)
        except KeyError as exc:
            raise ValueError(f"Unknown placeholder {exc}") from exc
        subject, _, body = filled.partition("\n")
        paragraphs = [
            textwrap.fill(" ".join(p.split()), width, break_long_words=False, break_on_hyphens=False)
            for p in body.split("\n\n")
            if p.strip()
        ]
        message = EmailMessage()
        message["From"] = sender
        message["To"] = row["email"]
        message["Subject"] = " ".join(subject.split())
        message.set_content("\n\n".join(paragraphs) + "\n")
        messages.append(message)
    return messages, skipped
