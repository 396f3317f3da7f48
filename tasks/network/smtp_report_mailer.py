import smtplib
import socketserver
import tempfile
import threading
import unittest
from email import message_from_bytes, policy
from email.message import EmailMessage
from mimetypes import guess_type
from pathlib import Path


def task_func(server, sender, recipients, subject, text, files=(), hidden=()):
    """Send a mail with attachments through a plain SMTP server and tell which recipients the server turned down.

    The message has the headers From, To (all recipients in the given order, separated by a comma and a space) and
    Subject, the text as a plain text part and one attachment per file, in order, named by the last component of its
    path. The media type of an attachment is guessed from the file name; application/octet-stream stands for a type
    that is unknown and for compressed files, such as .csv.gz. Hidden recipients receive the message too, but no header
    mentions them. The client introduces itself as 'report-mailer'. Without files the message is not multipart.

    Parameters:
    - server (tuple): (host, port) of the SMTP server; neither encryption nor login is used.
    - sender (str): the sender's address, for the header and the envelope.
    - recipients (list of str): addresses for the To header and the envelope.
    - subject (str): the subject, possibly with non-ASCII letters.
    - text (str): the body.
    - files (iterable of str or Path): files to attach, default none.
    - hidden (iterable of str): further addresses for the envelope only, default none.

    Returns:
    - dict: each recipient refused by the server, in the order in which they were offered, with the server's reply code
      (int); empty if all were accepted.

    Raises:
    - smtplib.SMTPRecipientsRefused: if the server refuses all of them.
    - FileNotFoundError: if a file does not exist; nothing is sent then.

    Requirements:
    - email.message
    - mimetypes
    - pathlib
    - smtplib

    Example:
    >>> task_func(("127.0.0.1", 25), "a@x.test", ["b@x.test"], "Hi", "text", ["."])
    Traceback (most recent call last):
    ...
    IsADirectoryError: [Errno 21] Is a directory: '.'
    """
    message = EmailMessage()
    message["From"] = sender
    message["To"] = ", ".join(recipients)
    message["Subject"] = subject
    message.set_content(text)
    for path in map(Path, files):
        kind, compression = guess_type(path.name)
        if kind is None or compression:
            kind = "application/octet-stream"
        main, sub = kind.split("/")
        message.add_attachment(path.read_bytes(), maintype=main, subtype=sub, filename=path.name)
    with smtplib.SMTP(*server, local_hostname="report-mailer") as smtp:
        refused = smtp.send_message(message, to_addrs=[*recipients, *hidden])
    return {address: code for address, (code, _) in refused.items()}


class TestCases(unittest.TestCase):
    def setUp(self):
        test = self
        self.dialogue, self.mails, self.refuse = [], [], {}

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                self.wfile.write(b"220 ready\r\n")
                for line in self.rfile:
                    command = line.decode().strip().lower()
                    test.dialogue.append(command)
                    reply = b"250 ok\r\n"
                    for address, code in test.refuse.items():
                        if command.startswith("rcpt") and address in command:
                            reply = b"%d no\r\n" % code
                    if command == "data":
                        self.wfile.write(b"354 go on\r\n")
                        test.mails.append(b"".join(iter(self.rfile.readline, b".\r\n")))
                    self.wfile.write(b"221 bye\r\n" if command == "quit" else reply)

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def send(self, recipients, **options):
        defaults = {"sender": "me@site.test", "subject": "Report", "text": "See below.\n", **options}
        return task_func(self.server.server_address, recipients=recipients, **defaults)

    def mail(self):
        self.assertEqual(len(self.mails), 1)
        return message_from_bytes(self.mails[0], policy=policy.default)

    def test_plain_message(self):
        self.assertEqual(self.send(["a@x.test", "b@x.test"], subject="Grüße №5", text="naïve\nline\n"), {})
        mail = self.mail()
        headers = [mail["From"], mail["To"], mail["Subject"]]
        self.assertEqual(headers, ["me@site.test", "a@x.test, b@x.test", "Grüße №5"])
        self.assertEqual(mail.keys()[:3], ["From", "To", "Subject"])
        self.assertEqual(mail.get_content_type(), "text/plain")
        self.assertEqual(mail.get_content().replace("\r\n", "\n"), "naïve\nline\n")

    def test_envelope_and_greeting(self):
        self.send(["a@x.test"], hidden=iter(["boss@x.test", "log@x.test"]))
        self.assertEqual(self.dialogue[0], "ehlo report-mailer")
        self.assertRegex(self.dialogue[1], "^mail from:<me@site.test>")
        offered = [line.partition("<")[2].rstrip(">") for line in self.dialogue if line.startswith("rcpt")]
        self.assertEqual(offered, ["a@x.test", "boss@x.test", "log@x.test"])
        self.assertNotIn(b"boss", self.mails[0])
        self.assertEqual(self.dialogue[-1], "quit")

    def test_attachments(self):
        files = {"données.csv": b"a,b\r\n1,2\r\n", "logo.png": b"\x89PNG\x00", "rows.csv.gz": b"\x1f", "x.zzyzx": b"?"}
        for name, data in files.items():
            (self.folder / name).write_bytes(data)
        self.send(["a@x.test"], files=(str(self.folder / name) for name in files))
        mail = self.mail()
        self.assertEqual(mail.get_body().get_content().strip(), "See below.")
        parts = list(mail.iter_attachments())
        self.assertEqual([part.get_filename() for part in parts], list(files))
        self.assertEqual([part.get_payload(decode=True) for part in parts], list(files.values()))
        binary = "application/octet-stream"
        self.assertEqual([part.get_content_type() for part in parts], ["text/csv", "image/png", binary, binary])

    def test_some_are_refused(self):
        self.refuse = {"full@": 452, "gone@": 550}
        result = self.send(["gone@x.test", "a@x.test"], hidden=["full@x.test"])
        self.assertEqual(list(result.items()), [("gone@x.test", 550), ("full@x.test", 452)])
        self.assertEqual(self.mail()["To"], "gone@x.test, a@x.test")

    def test_all_are_refused(self):
        self.refuse = {"@x.test": 550}
        with self.assertRaises(smtplib.SMTPRecipientsRefused) as caught:
            self.send(["a@x.test"], hidden=["b@x.test"])
        self.assertEqual(list(caught.exception.recipients), ["a@x.test", "b@x.test"])
        self.assertEqual(self.mails, [])

    def test_missing_file_sends_nothing(self):
        (self.folder / "there.txt").write_text("1")
        with self.assertRaises(FileNotFoundError):
            self.send(["a@x.test"], files=[self.folder / "there.txt", self.folder / "absent.txt"])
        self.assertEqual((self.dialogue, self.mails), ([], []))
