import base64
import os

import pandas as pd
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def task_func(frame, column, id_column, master_key):
    ids = frame[id_column]
    if ids.isna().any() or ids.astype(str).duplicated().any():
        raise ValueError("identifiers must be unique")
    key = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"column:" + column.encode()).derive(master_key)
    aead = AESGCM(key)

    def encrypt(value):
        if pd.isna(value):
            return None
        nonce = os.urandom(12)
        return base64.b64encode(nonce + aead.encrypt(nonce, value.encode("utf-8"), None)).decode()

    result = frame.copy()
    result[column] = pd.Series([encrypt(v) for v in frame[column]], index=frame.index, dtype=object)
    return result
