from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID
from texttable import Texttable


def task_func(bundle, now, renew_days=30):
    certificates = list(dict.fromkeys(x509.load_pem_x509_certificates(bundle)))
    rows = []
    for certificate in certificates:
        end = certificate.not_valid_after_utc
        days = int((end - now).total_seconds() / 86400)
        if end < now:
            state = "expired"
        elif certificate.not_valid_before_utc > now:
            state = "pending"
        elif days < renew_days:
            state = "renew"
        else:
            state = "ok"
        names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        try:
            san = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
            hosts = ", ".join(sorted(san.get_values_for_type(x509.DNSName)))
        except x509.ExtensionNotFound:
            hosts = ""
        fingerprint = certificate.fingerprint(hashes.SHA256()).hex(":").upper()
        rows.append((end, {"name": names[0].value if names else "-", "hosts": hosts, "days": days,
                           "state": state, "fingerprint": fingerprint}))
    rows.sort(key=lambda item: (item[0], item[1]["name"]))
    rows = [row for _, row in rows]
    table = Texttable(max_width=0)
    table.set_deco(Texttable.HEADER)
    table.set_cols_dtype(["t", "t", "i"])
    table.header(["name", "state", "days"])
    for row in rows:
        table.add_row([row["name"], row["state"], row["days"]])
    return rows, table.draw()
