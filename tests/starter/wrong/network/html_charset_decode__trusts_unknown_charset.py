import codecs
import re
from email.message import Message


def task_func(data, content_type=None):
    def normalise(name):
        name = codecs.lookup(name).name
        return "cp1252" if name in ("iso8859-1", "ascii") else name

    for bom, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace"), name, "bom"
    if content_type:
        message = Message()
        message["Content-Type"] = content_type
        charset = message.get_content_charset()
        if charset:
            name = normalise(charset)
            return data.decode(name, "replace"), name, "header"
    match = re.search(rb"<meta\b[^>]*\bcharset\s*=\s*[\"']?([\w-]+)", data[:1024], re.I)
    if match:
        charset = match.group(1).decode()
        if charset.lower().startswith("utf-16"):
            charset = "utf-8"
        name = normalise(charset)
        return data.decode(name, "replace"), name, "meta"
    try:
        return data.decode("utf-8"), "utf-8", "valid"
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "cp1252", "default"
