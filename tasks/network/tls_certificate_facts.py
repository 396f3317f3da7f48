import datetime
import hashlib
import ipaddress
import socket
import ssl
import tempfile
import threading
import unittest
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


def task_func(address, server_name, ca_pem, now):
    """Connect to a TLS server, verify its certificate against one private authority and report what it presented.

    Only certificates that descend from the given authority are trusted, the certificate must be valid for the server
    name (which is also sent as SNI), and nothing older than TLS 1.3 is accepted. No application data is sent.

    Parameters:
    - address (tuple): (IP address or host, TCP port) to connect to; it may differ from the server name.
    - server_name (str): the DNS name that the certificate has to cover.
    - ca_pem (str): the authority's certificate as PEM text.
    - now (datetime.datetime): the time zone aware moment from which the remaining days are counted.

    Returns:
    - dict: 'common_name' (str, the subject's, None if it has none), 'dns_names' (list of str, the DNS subject
      alternative names, sorted, without other kinds such as IP addresses), 'days_left' (int, complete days from now
      to the end of validity, rounded down, so negative once it has passed), 'sha256' (str, the lower-case hexadecimal
      fingerprint of the DER certificate) and 'cipher' (str, the name of the negotiated cipher suite).

    Raises:
    - ssl.SSLCertVerificationError: if the certificate is not from the authority or does not cover the name.
    - ssl.SSLError: if the handshake fails otherwise, such as for the protocol version.

    Requirements:
    - datetime
    - hashlib
    - socket
    - ssl

    Example:
    >>> task_func(("127.0.0.1", 443), "localhost", "", datetime.datetime(2030, 1, 1))
    Traceback (most recent call last):
    ...
    ValueError: Empty certificate data
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_verify_locations(cadata=ca_pem)
    with socket.create_connection(address) as plain:
        with context.wrap_socket(plain, server_hostname=server_name) as secure:
            facts = secure.getpeercert()
            der = secure.getpeercert(binary_form=True)
            cipher = secure.cipher()[0]
    subject = {key: value for relative_name in facts["subject"] for key, value in relative_name}
    end = datetime.datetime.fromtimestamp(ssl.cert_time_to_seconds(facts["notAfter"]), datetime.timezone.utc)
    return {
        "common_name": subject.get("commonName"),
        "dns_names": sorted(value for kind, value in facts["subjectAltName"] if kind == "DNS"),
        "days_left": (end - now).days,
        "sha256": hashlib.sha256(der).hexdigest(),
        "cipher": cipher,
    }


class TestCases(unittest.TestCase):
    END = datetime.datetime(2099, 6, 30, 12, 0, 0)
    SUITES = {"TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256"}

    @classmethod
    def setUpClass(cls):
        cls.ca_key = ec.generate_private_key(ec.SECP256R1())
        root = cls.certificate("Test Root", cls.ca_key, None, cls.ca_key)
        cls.ca_pem = root.public_bytes(serialization.Encoding.PEM).decode()

    @classmethod
    def certificate(cls, common_name, key, alternatives, signer):
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)] if common_name else [])
        issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test Root")])
        authority = alternatives is None
        usage = dict.fromkeys(
            ["content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "encipher_only"], False
        )
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(issuer)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(datetime.datetime(2020, 1, 1))
            .not_valid_after(cls.END)
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
            .add_extension(
                x509.KeyUsage(
                    digital_signature=True, key_cert_sign=authority, crl_sign=authority, decipher_only=False, **usage
                ),
                critical=True,
            )
        )
        if not authority:
            builder = builder.add_extension(x509.SubjectAlternativeName(alternatives), critical=not common_name)
        return builder.sign(signer, hashes.SHA256())

    def serve(self, common_name="web", names=("localhost",), maximum=ssl.TLSVersion.TLSv1_3):
        """Accept TLS connections with a fresh certificate; return the address and the certificate."""
        key = ec.generate_private_key(ec.SECP256R1())
        alternatives = [x509.DNSName(n) for n in names] + [x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
        certificate = self.certificate(common_name, key, alternatives, self.ca_key)
        pkcs8 = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        pem = certificate.public_bytes(serialization.Encoding.PEM) + key.private_bytes(*pkcs8)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "server.pem").write_bytes(pem)
            context.load_cert_chain(Path(folder, "server.pem"))
        context.maximum_version = maximum
        self.indications = []
        context.sni_callback = lambda connection, name, _: self.indications.append(name)
        listener = socket.create_server(("127.0.0.1", 0))
        listener.settimeout(5)
        self.addCleanup(listener.close)

        def accept():
            connection, _ = listener.accept()
            with connection:
                try:
                    context.wrap_socket(connection, server_side=True).close()
                except OSError:
                    pass

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        self.addCleanup(thread.join, 5)
        return listener.getsockname(), certificate

    def utc(self, moment, hours=0):
        return moment.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=hours)))

    def test_all_facts(self):
        address, certificate = self.serve("shop", ("www.shop.test", "api.shop.test", "shop.test"))
        facts = task_func(address, "shop.test", self.ca_pem, self.utc(self.END - datetime.timedelta(days=90, hours=3)))
        self.assertIn(facts.pop("cipher"), self.SUITES)
        expected = {
            "common_name": "shop",
            "dns_names": ["api.shop.test", "shop.test", "www.shop.test"],
            "days_left": 90,
            "sha256": certificate.fingerprint(hashes.SHA256()).hex(),
        }
        self.assertEqual(facts, expected)
        self.assertEqual(self.indications, ["shop.test"])

    def test_days_round_down_and_respect_the_offset(self):
        expected = [(self.utc(self.END, 2), 0), (self.utc(self.END, -1), -1), (self.utc(self.END + self.day(3)), -3)]
        for now, days in expected:
            address, _ = self.serve()
            self.assertEqual(task_func(address, "localhost", self.ca_pem, now)["days_left"], days)

    def day(self, number):
        return datetime.timedelta(days=number)

    def test_subject_without_common_name(self):
        address, _ = self.serve(None)
        facts = task_func(address, "localhost", self.ca_pem, self.utc(self.END))
        self.assertEqual((facts["common_name"], facts["dns_names"]), (None, ["localhost"]))

    def test_wildcard_covers_one_label(self):
        address, _ = self.serve(names=("*.shop.test",))
        facts = task_func(address, "api.shop.test", self.ca_pem, self.utc(self.END))
        self.assertEqual(facts["dns_names"], ["*.shop.test"])

    def test_wrong_name(self):
        address, _ = self.serve(names=("other.test",))
        with self.assertRaises(ssl.SSLCertVerificationError):
            task_func(address, "shop.test", self.ca_pem, self.utc(self.END))

    def test_unknown_authority(self):
        key = ec.generate_private_key(ec.SECP256R1())
        stranger = self.certificate("Test Root", key, None, key).public_bytes(serialization.Encoding.PEM).decode()
        address, _ = self.serve()
        with self.assertRaises(ssl.SSLCertVerificationError):
            task_func(address, "localhost", stranger, self.utc(self.END))

    def test_old_protocol_is_refused(self):
        address, _ = self.serve(maximum=ssl.TLSVersion.TLSv1_2)
        with self.assertRaises(ssl.SSLError) as caught:
            task_func(address, "localhost", self.ca_pem, self.utc(self.END))
        self.assertNotIsInstance(caught.exception, ssl.SSLCertVerificationError)
