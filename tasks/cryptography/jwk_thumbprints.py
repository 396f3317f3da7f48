import base64
import hashlib
import json
import unittest

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa, x25519
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key


def task_func(pems):
    """Publish PEM public keys as a JSON Web Key Set with RFC 7638 thumbprints as key identifiers.

    Supported are RSA keys of at least 2048 bits ("alg" is "RS256"), elliptic curve keys on P-256 ("ES256") and
    Ed25519 keys ("EdDSA"). A key's required members are, as in RFC 7518 and RFC 8037: "e", "kty" ("RSA") and "n";
    "crv" ("P-256"), "kty" ("EC"), "x" and "y"; "crv" ("Ed25519"), "kty" ("OKP") and "x". Numbers are big-endian bytes
    in unpadded URL-safe Base64: "e" and "n" without leading zero bytes, P-256 coordinates always as 32 bytes, an
    Ed25519 "x" is the raw key. The thumbprint is the SHA-256 of the JSON object of just the required members, with
    sorted keys and without white space, in unpadded URL-safe Base64. Each key has its required members and "alg",
    "kid" (the thumbprint) and "use" ("sig"). A key given twice appears once.

    Parameters:
    - pems (list of bytes): public keys in PEM (SubjectPublicKeyInfo).

    Returns:
    - str: the JSON text of an object whose only key "keys" holds the list of keys, sorted by "kid"; all objects have
      their keys sorted, and there is no white space.

    Raises:
    - ValueError: if a key is of another kind, on another curve or an RSA key that is too short, or if the PEM is
      broken.

    Requirements:
    - base64
    - hashlib
    - json
    - cryptography.hazmat.primitives.asymmetric
    - cryptography.hazmat.primitives.serialization

    Example:
    >>> task_func([])
    '{"keys":[]}'
    """

    def encode(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

    def encode_number(number, size=None):
        return encode(number.to_bytes(size or (number.bit_length() + 7) // 8, "big"))

    def compact(value):
        return json.dumps(value, sort_keys=True, separators=(",", ":"))

    keys = {}
    for pem in pems:
        key = load_pem_public_key(pem)
        if isinstance(key, rsa.RSAPublicKey) and key.key_size >= 2048:
            numbers = key.public_numbers()
            required = {"kty": "RSA", "e": encode_number(numbers.e), "n": encode_number(numbers.n)}
            algorithm = "RS256"
        elif isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name == "secp256r1":
            numbers = key.public_numbers()
            point = {"x": encode_number(numbers.x, 32), "y": encode_number(numbers.y, 32)}
            required = {"kty": "EC", "crv": "P-256", **point}
            algorithm = "ES256"
        elif isinstance(key, ed25519.Ed25519PublicKey):
            required = {"kty": "OKP", "crv": "Ed25519", "x": encode(key.public_bytes_raw())}
            algorithm = "EdDSA"
        else:
            raise ValueError("unsupported public key")
        thumbprint = encode(hashlib.sha256(compact(required).encode()).digest())
        keys[thumbprint] = {**required, "kid": thumbprint, "use": "sig", "alg": algorithm}
    return compact({"keys": [keys[thumbprint] for thumbprint in sorted(keys)]})


class TestCases(unittest.TestCase):
    MODULUS = (
        "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3"
        "oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdA"
        "ZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-"
        "kEgU8awapJzKnqDKgw"
    )
    RSA_PRINT = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"
    OKP_PRINT = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
    OKP_X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"

    def pem(self, key):
        return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def rsa_key(self, modulus):
        return rsa.RSAPublicNumbers(65537, modulus).public_key()

    def modulus(self):
        return int.from_bytes(base64.urlsafe_b64decode(self.MODULUS + "=="), "big")

    def okp_key(self):
        return ed25519.Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(self.OKP_X + "="))

    def curve_key(self, secret, curve=None):
        return ec.derive_private_key(secret, curve or ec.SECP256R1()).public_key()

    def test_published_rsa_thumbprint(self):
        text = task_func([self.pem(self.rsa_key(self.modulus()))])
        members = f'"alg":"RS256","e":"AQAB","kid":"{self.RSA_PRINT}","kty":"RSA","n":"{self.MODULUS}","use":"sig"'
        self.assertEqual(text, '{"keys":[{' + members + "}]}")

    def test_modulus_of_whole_groups(self):
        key = self.rsa_key(1 << 3071 | 23)
        (jwk,) = json.loads(task_func([self.pem(key)]))["keys"]
        self.assertEqual(jwk["n"], "gA" + "A" * 509 + "X")

    def test_published_ed25519_thumbprint(self):
        text = task_func([self.pem(self.okp_key())])
        members = f'"crv":"Ed25519","kid":"{self.OKP_PRINT}","kty":"OKP","use":"sig","x":"{self.OKP_X}"'
        self.assertEqual(text, '{"keys":[{"alg":"EdDSA",' + members + "}]}")

    def test_coordinates_keep_their_leading_zeros(self):
        keys = [self.curve_key(secret) for secret in range(1, 800)]
        short_y = next(key for key in keys if key.public_numbers().y >> 248 == 0)
        short_x = next(key for key in keys if key.public_numbers().x >> 248 == 0)
        for key in (short_y, short_x):
            (jwk,) = json.loads(task_func([self.pem(key)]))["keys"]
            raw = key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
            self.assertEqual((jwk["kty"], jwk["crv"], jwk["alg"], jwk["use"]), ("EC", "P-256", "ES256", "sig"))
            self.assertEqual(base64.urlsafe_b64decode(jwk["x"] + "="), raw[1:33])
            self.assertEqual(base64.urlsafe_b64decode(jwk["y"] + "="), raw[33:])
        core = f'{{"crv":"P-256","kty":"EC","x":"{jwk["x"]}","y":"{jwk["y"]}"}}'
        digest = base64.urlsafe_b64encode(hashlib.sha256(core.encode()).digest()).decode()
        self.assertEqual(jwk["kid"] + "=", digest)

    def test_keys_are_sorted_and_unique(self):
        pems = [self.pem(self.okp_key()), self.pem(self.rsa_key(self.modulus()))]
        pems += [self.pem(self.curve_key(secret)) for secret in (5, 6, 7)]
        text = task_func(pems + pems[:3])
        kids = [key["kid"] for key in json.loads(text)["keys"]]
        self.assertEqual((len(kids), kids), (5, sorted(kids)))
        self.assertEqual(task_func(pems[::-1]), text)

    def test_unsupported_keys(self):
        keys = [x25519.X25519PrivateKey.from_private_bytes(b"k" * 32).public_key()]
        keys += [self.curve_key(9, ec.SECP384R1()), self.curve_key(9, ec.SECP256K1())]
        keys += [self.rsa_key(self.modulus() >> 1 | 1), self.rsa_key(self.modulus() >> 900 | 1)]
        for key in keys:
            with self.subTest(key=key), self.assertRaises(ValueError):
                task_func([self.pem(self.okp_key()), self.pem(key)])

    def test_broken_pem(self):
        for pem in (b"", b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"):
            with self.subTest(pem=pem), self.assertRaises(ValueError):
                task_func([pem])
