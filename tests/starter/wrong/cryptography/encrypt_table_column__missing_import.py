import base64
import secrets

import pandas as pd
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def task_func(frame, column, id_column, master_key):
    if frame[id_column].isna().any() or frame[id_column].astype(str).duplicated().any():
        raise ValueError("identifiers must be unique")
    hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=("column:" + column).encode())
    aead = AESGCM(hkdf.derive(master_key))
    cells = np.full(len(frame), None, dtype=object)
    for position, (row_id, value) in enumerate(zip(frame[id_column], frame[column])):
        if not pd.isna(value):
            nonce = secrets.token_bytes(12)
            token = nonce + aead.encrypt(nonce, value.encode(), str(row_id).encode())
            cells[position] = base64.b64encode(token).decode()
    result = frame.copy()
    result[column] = cells
    return result
