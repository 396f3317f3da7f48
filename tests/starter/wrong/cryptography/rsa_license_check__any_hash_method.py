import base64
import binascii
import configparser
from datetime import date

import rsa


def task_func(text, public_key, product, today):
    config = configparser.ConfigParser(interpolation=None)
    try:
        config.read_string(text)
        terms = dict(config["license"])
        encoded = config["signature"]["value"]
        name, seats = terms["product"], int(terms["seats"])
    except (configparser.Error, KeyError):
        return ("malformed", None, None)
    message = "".join(f"{key}={terms[key]}\n" for key in sorted(terms)).encode("utf-8")
    try:
        rsa.verify(message, base64.b64decode("".join(encoded.split()), validate=True), public_key)
    except (binascii.Error, rsa.VerificationError):
        return ("forged", None, None)
    if name.casefold() != product.casefold():
        return ("other product", None, None)
    if "expires" not in terms:
        return ("valid", seats, None)
    days = (date.fromisoformat(terms["expires"]) - today).days + 1
    return ("valid" if days > 0 else "expired", seats, days)
