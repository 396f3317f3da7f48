import math
import unittest
from datetime import datetime, timedelta, timezone

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from texttable import Texttable


def task_func(bundle, now, renew_days=30):
    """List the X.509 certificates of a PEM bundle by urgency and draw the list as a text table.

    A certificate's days are the days from `now` to the end of its validity, rounded down (negative as soon as it has
    expired). Its state is "expired" if its validity ended before `now`, else "pending" if it begins after `now`, else
    "renew" if it has fewer than `renew_days` days left, else "ok". Its name is the subject's first common name, or
    "-" without one. Its hosts are the DNS names of the subject alternative name extension, sorted and joined by ", "
    (an empty text if there are none). A certificate that occurs several times is listed once. The list is sorted by
    the end of validity, then by name, then in the order of the bundle.

    Parameters:
    - bundle (bytes): one or more PEM certificates.
    - now (datetime): the present, aware.
    - renew_days (int): limit for the state "renew". Default is 30.

    Returns:
    - tuple: (rows, table); rows is a list of dicts with the keys "name", "hosts", "days" (int), "state" and
      "fingerprint" (SHA-256 of the DER form, upper-case hexadecimal bytes joined by colons); table is the str that
      texttable.Texttable draws with max_width=0, the decoration Texttable.HEADER and the column types t, t and i,
      from the header name, state, days and one line per row.

    Raises:
    - ValueError: if the bundle holds no certificate.

    Requirements:
    - math
    - datetime
    - cryptography.x509
    - cryptography.hazmat.primitives.hashes
    - cryptography.x509.oid
    - texttable

    Example:
    >>> try:
    ...     task_func(b"no certificate", datetime(2024, 1, 1, tzinfo=timezone.utc))
    ... except ValueError:
    ...     print("refused")
    refused
    """
    keyed_rows = []
    for certificate in dict.fromkeys(x509.load_pem_x509_certificates(bundle)):
        end = certificate.not_valid_after_utc
        days = math.floor((end - now) / timedelta(days=1))
        if end < now:
            state = "expired"
        elif certificate.not_valid_before_utc > now:
            state = "pending"
        else:
            state = "renew" if days < renew_days else "ok"
        common_names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        try:
            extension = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
            hosts = extension.value.get_values_for_type(x509.DNSName)
        except x509.ExtensionNotFound:
            hosts = []
        row = {
            "name": common_names[0].value if common_names else "-",
            "hosts": ", ".join(sorted(hosts)),
            "days": days,
            "state": state,
            "fingerprint": certificate.fingerprint(SHA256()).hex(":").upper(),
        }
        keyed_rows.append(((end, row["name"]), row))
    rows = [row for _, row in sorted(keyed_rows, key=lambda entry: entry[0])]
    table = Texttable(max_width=0)
    table.set_deco(Texttable.HEADER)
    table.set_cols_dtype(["t", "t", "i"])
    table.header(["name", "state", "days"])
    table.add_rows([[row["name"], row["state"], row["days"]] for row in rows], header=False)
    return rows, table.draw()


class TestCases(unittest.TestCase):
    NOW = datetime(2024, 6, 1, 12, 0, tzinfo=timezone.utc)

    def issue(self, names, end, begin=-100, hosts=(), serial=1):
        key = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name) for name in names])
        builder = x509.CertificateBuilder(
            subject_name=subject,
            issuer_name=x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "issuer")]),
            public_key=key.public_key(),
            serial_number=serial,
            not_valid_before=self.NOW + timedelta(days=begin),
            not_valid_after=self.NOW + timedelta(days=end),
        )
        if hosts:
            builder = builder.add_extension(x509.SubjectAlternativeName(hosts), critical=False)
        return builder.sign(key, None)

    def pem(self, *certificates):
        return b"".join(certificate.public_bytes(Encoding.PEM) for certificate in certificates)

    def test_states_at_their_limits(self):
        second = 1 / 86400
        cases = [(-second, "expired", -1), (0, "renew", 0), (29.9, "renew", 29), (30, "ok", 30), (400, "ok", 400)]
        bundle = self.pem(*(self.issue(["x"], end) for end, _, _ in cases))
        rows, _ = task_func(bundle, self.NOW)
        self.assertEqual([(row["state"], row["days"]) for row in rows], [case[1:] for case in cases])
        rows, _ = task_func(bundle, self.NOW, renew_days=401)
        self.assertEqual([row["state"] for row in rows], ["expired", "renew", "renew", "renew", "renew"])

    def test_begin_of_validity(self):
        second = 1 / 86400
        bundle = self.pem(self.issue(["now"], 90, begin=0), self.issue(["soon"], 10, begin=second))
        rows, _ = task_func(bundle, self.NOW)
        self.assertEqual([(row["name"], row["state"]) for row in rows], [("soon", "pending"), ("now", "ok")])

    def test_names_hosts_and_fingerprint(self):
        address = x509.RFC822Name("root@h.test")
        hosts = [x509.DNSName("www.h.test"), address, x509.DNSName("*.h.test"), x509.DNSName("h.test")]
        certificate = self.issue(["first", "second"], 50, hosts=hosts)
        rows, _ = task_func(self.pem(certificate, self.issue([], 60)), self.NOW)
        digest = certificate.fingerprint(SHA256())
        fingerprint = ":".join(f"{byte:02X}" for byte in digest)
        expected = {"name": "first", "hosts": "*.h.test, h.test, www.h.test", "days": 50, "state": "ok"}
        self.assertEqual(rows[0], {**expected, "fingerprint": fingerprint})
        self.assertEqual((rows[1]["name"], rows[1]["hosts"]), ("-", ""))

    def test_order_and_duplicates(self):
        twins = [self.issue(["twin"], 40, serial=serial) for serial in (5, 3, 4)]
        others = [self.issue(["zoe"], 39), self.issue(["abe"], 40)]
        rows, _ = task_func(self.pem(*twins, *others, twins[0], others[1]), self.NOW)
        expected = [others[0], others[1], *twins]
        fingerprints = [certificate.fingerprint(SHA256()).hex(":").upper() for certificate in expected]
        self.assertEqual([row["fingerprint"] for row in rows], fingerprints)

    def test_table(self):
        long_name = "a-rather-long-name-" * 3 + "end"
        _, table = task_func(self.pem(self.issue([long_name], 200), self.issue(["007"], -2.5)), self.NOW)
        width = len(long_name)
        lines = ["name".center(width) + "    state    days", "=" * (width + 17)]
        lines += ["007".ljust(width) + "   expired   -3  ", long_name + "   ok        200 "]
        self.assertEqual(table.splitlines(), lines)

    def test_present_in_another_zone(self):
        bundle = self.pem(self.issue(["x"], 3))
        elsewhere = self.NOW.astimezone(timezone(timedelta(hours=-9)))
        self.assertEqual(task_func(bundle, elsewhere)[0][0]["days"], 3)
        self.assertEqual(task_func(bundle, elsewhere), task_func(bundle, self.NOW))

    def test_bundle_without_certificates(self):
        for bundle in (b"", b"-----BEGIN CERTIFICATE-----\n"):
            with self.subTest(bundle=bundle), self.assertRaises(ValueError):
                task_func(bundle, self.NOW)
