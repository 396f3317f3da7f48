import base64
import hashlib
import json

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import load_pem_public_key


def task_func(pems):
    def enc(data):
        return base64.urlsafe_b64encode(data).decode().rstrip("=")

    keys = {}
    for pem in pems:
        key = load_pem_public_key(pem)
        if isinstance(key, rsa.RSAPublicKey):
            if key.key_size < 2048:
                raise ValueError("RSA key too short")
            n = key.public_numbers().n
            jwk = {"kty": "RSA", "n": enc(n.to_bytes(key.key_size // 8, "big")), "e": "AQAB", "alg": "RS256"}
        elif isinstance(key, ec.EllipticCurvePublicKey):
            if key.curve.name != "secp256r1":
                raise ValueError("unsupported curve")
            pn = key.public_numbers()
            jwk = {"kty": "EC", "crv": "P-256", "x": enc(pn.x.to_bytes(32, "big")),
                   "y": enc(pn.y.to_bytes(32, "big")), "alg": "ES256"}
        elif isinstance(key, ed25519.Ed25519PublicKey):
            jwk = {"kty": "OKP", "crv": "Ed25519", "x": enc(key.public_bytes_raw()), "alg": "EdDSA"}
        else:
            raise ValueError("unsupported key")
        jwk["use"] = "sig"
        canonical = json.dumps(jwk, sort_keys=True, separators=(",", ":"))
        jwk["kid"] = enc(hashlib.sha256(canonical.encode()).digest())
        keys[jwk["kid"]] = jwk
    return json.dumps({"keys": [keys[k] for k in sorted(keys)]}, sort_keys=True, separators=(",", ":"))
