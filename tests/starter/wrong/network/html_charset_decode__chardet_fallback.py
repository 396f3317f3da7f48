import codecs
import re

import chardet


def task_func(data, content_type=None):
    def known(name):
        try:
            return codecs.lookup(name).name
        except LookupError:
            return None

    def western(name):
        return "cp1252" if name in ("iso8859-1", "ascii") else name

    marks = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
    for mark, name in marks.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name, "bom"
    found = re.search(r"charset\s*=\s*\"?([^\s;\"]+)", content_type or "", re.I)
    if found and known(found[1]):
        name = western(known(found[1]))
        return data.decode(name, "replace"), name, "header"
    found = re.search(rb"<meta[^>]*charset\s*=\s*[\"']?([^\s\"'/>;]+)", data[:1024], re.I)
    if found and known(found[1].decode("latin-1")):
        name = western(known(found[1].decode("latin-1")))
        return data.decode(name, "replace"), name, "meta"
    guess = chardet.detect(data)["encoding"] or "cp1252"
    name = western(known(guess))
    return data.decode(name, "replace"), name, "valid" if name == "utf-8" else "default"
