import hashlib
import unittest
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import PureWindowsPath

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(raw):
    """List the files that travel inside a mail, with safe and unique names and the digests of their contents.

    Every part that is not a multipart container counts as a file if it has a file name or if its disposition is
    'attachment'; this includes inline images with a name and parts of forwarded messages (message/rfc822). A forwarded
    message as such is not a file, whatever its headers say: only what is in it can be. The files are listed in the
    order of the message. A name is reduced to what follows its last slash or backslash; if nothing is left, or there is
    no name, it is 'unnamed'. A name that was already given to an earlier file, compared without regard to case, gets
    ' (2)' in front of its last extension, or ' (3)' and so on: the first number that makes it new.

    Parameters:
    - raw (bytes): the complete message as stored in an .eml file.

    Returns:
    - list of dict: for each file 'name' (str), 'type' (str, the media type in lower case), 'size' (int, bytes of the
      decoded content) and 'sha256' (str, the hexadecimal digest of the decoded content).

    Requirements:
    - email
    - hashlib
    - pathlib

    Example:
    >>> task_func(b"Subject: x\\nContent-Disposition: attachment\\n\\nhello")[0]["name"]
    'unnamed'
    """
    files, taken = [], set()
    for part in message_from_bytes(raw, policy=policy.default).walk():
        if part.is_multipart() or not (part.get_filename() or part.is_attachment()):
            continue
        path = PureWindowsPath(PureWindowsPath(part.get_filename("")).name or "unnamed")
        name, number = path.name, 1
        while name.lower() in taken:
            number += 1
            name = f"{path.stem} ({number}){path.suffix}"
        taken.add(name.lower())
        data = part.get_payload(decode=True)
        files.append(
            {
                "name": name,
                "type": part.get_content_type(),
                "size": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
            }
        )
    return files


class TestCases(unittest.TestCase):
    def mail(self, *files, text="Hello"):
        message = EmailMessage()
        message["Subject"] = "Files"
        message.set_content(text)
        for name, data in files:
            message.add_attachment(data, maintype="application", subtype="pdf", filename=name)
        return message

    def names(self, *names):
        return [file["name"] for file in task_func(self.mail(*[(name, b"x") for name in names]).as_bytes())]

    def test_plain_mail_has_none(self):
        self.assertEqual(task_func(self.mail().as_bytes()), [])
        self.assertEqual(task_func(b""), [])

    def test_fields(self):
        digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        expected = [{"name": "Überblick.pdf", "type": "application/pdf", "size": 3, "sha256": digest}]
        self.assertEqual(task_func(self.mail(("Überblick.pdf", b"abc")).as_bytes()), expected)

    def test_inline_and_forwarded_parts(self):
        inner = self.mail(("inner.pdf", b"12345"))
        outer = self.mail(text="Forwarded")
        outer.add_attachment(inner, filename="forward.eml")
        outer.add_attachment(b"GIF89a", maintype="IMAGE", subtype="GIF", filename="pic.gif", disposition="inline")
        found = [(file["name"], file["type"], file["size"]) for file in task_func(outer.as_bytes())]
        self.assertEqual(found, [("inner.pdf", "application/pdf", 5), ("pic.gif", "image/gif", 6)])

    def test_transfer_encodings(self):
        raw = (
            b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: Text/CSV\n'
            b"Content-Disposition: attachment; filename*=utf-8''sp%C3%A4t.csv\n"
            b"Content-Transfer-Encoding: quoted-printable\n\na=3Bb=\n,c\n--b\n"
            b'Content-Type: application/x-thing; name="old.bin"\nContent-Transfer-Encoding: base64\n\nAAEC\n--b--\n'
        )
        first, second = task_func(raw)
        self.assertEqual((first["name"], first["type"], first["size"]), ("spät.csv", "text/csv", 5))
        self.assertEqual(first["sha256"], hashlib.sha256(b"a;b,c").hexdigest())
        self.assertEqual((second["name"], second["size"]), ("old.bin", 3))

    def test_names_without_folders(self):
        names = self.names("../../etc/passwd", "C:\\Temp\\plan.doc", "/", "dir\\sub/last.txt")
        self.assertEqual(names, ["passwd", "plan.doc", "unnamed", "last.txt"])

    def test_repeated_names(self):
        names = self.names("a.tar.gz", "A.tar.gz", "x/a.tar.GZ", "README", "readme", "a.tar (2).gz", "/", "b/")
        expected = ["a.tar.gz", "A.tar (2).gz", "a.tar (3).GZ", "README", "readme (2)", "a.tar (2) (2).gz", "unnamed"]
        self.assertEqual(names, [*expected, "b"])

    def test_attachments_without_name(self):
        message = self.mail()
        for number in range(3):
            message.add_attachment(bytes(number), maintype="application", subtype="octet-stream")
        found = [(file["name"], file["size"]) for file in task_func(message.as_bytes())]
        self.assertEqual(found, [("unnamed", 0), ("unnamed (2)", 1), ("unnamed (3)", 2)])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.tuples(st.sampled_from(["a.x", "A.X", "a (2).x", "b"]), st.binary(max_size=50)), max_size=8))
    def test_contents_survive_and_names_are_unique(self, files):
        found = task_func(self.mail(*files).as_bytes())
        self.assertEqual([f["sha256"] for f in found], [hashlib.sha256(data).hexdigest() for _, data in files])
        self.assertEqual(len({f["name"].lower() for f in found}), len(files))
