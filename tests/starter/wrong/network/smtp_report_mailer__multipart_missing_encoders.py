import mimetypes
import smtplib
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path


def task_func(server, sender, recipients, subject, text, files=(), hidden=()):
    msg = MIMEMultipart()
    msg["From"] = sender
    msg["To"] = ", ".join(recipients)
    msg["Subject"] = subject
    msg.attach(MIMEText(text, "plain", "utf-8"))
    for file in files:
        path = Path(file)
        ctype, encoding = mimetypes.guess_type(path.name)
        if ctype is None or encoding:
            ctype = "application/octet-stream"
        maintype, subtype = ctype.split("/", 1)
        part = MIMEBase(maintype, subtype)
        part.set_payload(path.read_bytes())
        encoders.encode_base64(part)
        part.add_header("Content-Disposition", "attachment", filename=path.name)
        msg.attach(part)
    with smtplib.SMTP(*server, local_hostname="report-mailer") as smtp:
        refused = smtp.sendmail(sender, [*recipients, *hidden], msg.as_string())
    return {address: code for address, (code, _) in refused.items()}
