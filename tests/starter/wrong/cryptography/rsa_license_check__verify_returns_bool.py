import base64
import configparser
from datetime import date

import rsa


def task_func(text, public_key, product, today):
    config = configparser.ConfigParser(interpolation=None)
    try:
        config.read_string(text)
        terms = config["license"]
        encoded = config["signature"]["value"].replace("\n", "")
        terms["product"], terms["seats"]
    except (configparser.Error, KeyError):
        return ("malformed", None, None)
    message = "".join(f"{key}={terms[key]}\n" for key in sorted(terms)).encode("utf-8")
    if rsa.verify(message, base64.b64decode(encoded), public_key) not in ("SHA-256", "SHA-384", "SHA-512"):
        return ("forged", None, None)
    if terms["product"].lower() != product.lower():
        return ("other product", None, None)
    seats = int(terms["seats"])
    if "expires" not in terms:
        return ("valid", seats, None)
    days = (date.fromisoformat(terms["expires"]) - today).days + 1
    return ("valid" if days > 0 else "expired", seats, days)
