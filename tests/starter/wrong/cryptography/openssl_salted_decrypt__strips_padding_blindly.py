import base64
import hashlib

from Crypto.Cipher import AES


def task_func(armored, password, *, iterations=10000, key_bits=256):
    if key_bits not in (128, 192, 256):
        raise ValueError("unsupported key size")
    data = base64.b64decode("".join(armored.split()), validate=True)
    if not data.startswith(b"Salted__") or len(data) <= 16:
        raise ValueError("not an OpenSSL salted file")
    size = key_bits // 8
    derived = hashlib.pbkdf2_hmac("sha256", password.encode("utf-8"), data[8:16], iterations, size + 16)
    plain = AES.new(derived[:size], AES.MODE_CBC, derived[size:]).decrypt(data[16:])
    return plain[:-plain[-1]]
