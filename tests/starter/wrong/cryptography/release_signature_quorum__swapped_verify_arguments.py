import base64
import hashlib
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def task_func(directory, trusted, quorum):
    if not 1 <= quorum <= len(set(trusted.values())):
        raise ValueError("invalid quorum")
    result = {}
    for path in sorted(Path(directory).iterdir()):
        if not path.is_file() or path.suffix == ".sig":
            continue
        message = b"release-v1\0" + path.name.encode() + b"\0" + hashlib.sha512(path.read_bytes()).digest()
        valid = []
        for signer, raw in sorted(trusted.items()):
            sig_path = Path(directory) / f"{path.name}.{signer}.sig"
            if not sig_path.is_file():
                continue
            try:
                signature = base64.b64decode(sig_path.read_bytes().strip(), validate=True)
                Ed25519PublicKey.from_public_bytes(raw).verify(message, signature)
            except (InvalidSignature, ValueError):
                continue
            valid.append(signer)
        result[path.name] = (len({trusted[name] for name in valid}) >= quorum, valid)
    return result
