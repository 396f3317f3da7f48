import base64
import binascii
import hashlib
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def task_func(directory, trusted, quorum):
    if quorum < 1 or quorum > len(set(trusted.values())):
        raise ValueError("invalid quorum")
    result = {}
    for path in sorted(Path(directory).iterdir()):
        if not path.is_file() or path.name.endswith(".sig"):
            continue
        message = b"release-v1\0" + path.name.encode() + b"\0" + hashlib.sha512(path.read_bytes()).digest()
        valid = []
        for signer in sorted(trusted):
            sig_path = path.with_name(f"{path.name}.{signer}.sig")
            if not sig_path.exists():
                continue
            try:
                signature = base64.b64decode(sig_path.read_text().strip(), validate=True)
                Ed25519PublicKey.from_public_bytes(trusted[signer]).verify(signature, message)
                valid.append(signer)
            except (InvalidSignature, binascii.Error):
                pass
        result[path.name] = (len(valid) >= quorum, valid)
    return result
