import mimetypes
import smtplib
from email.message import EmailMessage
from pathlib import Path


def task_func(server, sender, recipients, subject, text, files=(), hidden=()):
    hidden = list(hidden)
    msg = EmailMessage()
    msg["From"] = sender
    msg["To"] = ", ".join(recipients)
    if hidden:
        msg["Bcc"] = ", ".join(hidden)
    msg["Subject"] = subject
    msg.set_content(text)
    for file in files:
        path = Path(file)
        ctype, encoding = mimetypes.guess_type(path.name)
        if ctype is None or encoding is not None:
            ctype = "application/octet-stream"
        maintype, subtype = ctype.split("/", 1)
        msg.add_attachment(path.read_bytes(), maintype=maintype, subtype=subtype, filename=path.name)
    with smtplib.SMTP(server[0], server[1], local_hostname="report-mailer") as smtp:
        refused = smtp.sendmail(sender, list(recipients) + hidden, msg.as_bytes())
    return {address: reply[0] for address, reply in refused.items()}
