import base64
import hashlib
import json

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import load_pem_public_key


def b64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def b64_int(value):
    return b64(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def task_func(pems):
    result = {}
    for pem in pems:
        key = load_pem_public_key(pem)
        if isinstance(key, rsa.RSAPublicKey) and key.key_size >= 2048:
            numbers = key.public_numbers()
            jwk, alg = {"e": b64_int(numbers.e), "kty": "RSA", "n": b64_int(numbers.n)}, "RS256"
        elif isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
            numbers = key.public_numbers()
            jwk = {"crv": "P-256", "kty": "EC", "x": b64_int(numbers.x), "y": b64_int(numbers.y)}
            alg = "ES256"
        elif isinstance(key, ed25519.Ed25519PublicKey):
            jwk, alg = {"crv": "Ed25519", "kty": "OKP", "x": b64(key.public_bytes_raw())}, "EdDSA"
        else:
            raise ValueError("unsupported key type")
        kid = b64(hashlib.sha256(json.dumps(jwk, sort_keys=True, separators=(",", ":")).encode()).digest())
        result[kid] = dict(jwk, alg=alg, kid=kid, use="sig")
    keys = [result[kid] for kid in sorted(result)]
    return json.dumps({"keys": keys}, sort_keys=True, separators=(",", ":"))
