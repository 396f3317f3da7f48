import datetime
import hashlib
import socket
import ssl


def task_func(address, server_name, ca_pem, now):
    context = ssl.create_default_context(cadata=ca_pem)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    with socket.create_connection(address) as sock:
        with context.wrap_socket(sock, server_hostname=server_name) as tls:
            der = tls.getpeercert(True)
            cert = tls.getpeercert()
            cipher = tls.cipher()[0]
    parsed = OpenSSL.crypto.load_certificate(OpenSSL.crypto.FILETYPE_ASN1, der)
    expires = datetime.datetime.strptime(parsed.get_notAfter().decode(), "%Y%m%d%H%M%SZ")
    expires = expires.replace(tzinfo=datetime.timezone.utc)
    return {
        "common_name": parsed.get_subject().CN,
        "dns_names": sorted(v for k, v in cert["subjectAltName"] if k == "DNS"),
        "days_left": (expires - now).days,
        "sha256": hashlib.sha256(der).hexdigest(),
        "cipher": cipher,
    }
