import base64
import secrets

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
    nonce = secrets.token_bytes(12)
    cells = []
    for row_id, value in zip(frame[id_column], frame[column]):
        if pd.isna(value):
            cells.append(None)
        else:
            cells.append(base64.b64encode(nonce + aead.encrypt(nonce, value.encode(), str(row_id).encode())).decode())
    return frame.assign(**{column: pd.Series(cells, index=frame.index, dtype=object)})
