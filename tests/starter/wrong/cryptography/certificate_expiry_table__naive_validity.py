from datetime import timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID
from texttable import Texttable


def task_func(bundle, now, renew_days=30):
    rows = []
    for certificate in x509.load_pem_x509_certificates(bundle):
        end = certificate.not_valid_after
        days = (end - now) // timedelta(days=1)
        if end < now:
            state = "expired"
        elif certificate.not_valid_before > now:
            state = "pending"
        else:
            state = "renew" if days < renew_days else "ok"
        names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        san = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
        rows.append({"name": names[0].value if names else "-",
                     "hosts": ", ".join(sorted(san.value.get_values_for_type(x509.DNSName))),
                     "days": days, "state": state,
                     "fingerprint": certificate.fingerprint(hashes.SHA256()).hex(":").upper()})
    rows.sort(key=lambda row: (row["days"], row["name"]))
    table = Texttable(max_width=0)
    table.set_deco(Texttable.HEADER)
    table.set_cols_dtype(["t", "t", "i"])
    table.add_rows([["name", "state", "days"]] + [[row["name"], row["state"], row["days"]] for row in rows])
    return rows, table.draw()
