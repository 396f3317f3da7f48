import hashlib
import socket
import ssl


def task_func(address, server_name, ca_pem, now):
    context = ssl.create_default_context(cadata=ca_pem)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    with socket.create_connection(address) as sock, context.wrap_socket(sock, server_hostname=server_name) as tls:
        cert = tls.getpeercert()
        der = tls.getpeercert(binary_form=True)
        cipher = tls.cipher()[0]
    subject = dict(pair for rdn in cert["subject"] for pair in rdn)
    seconds = ssl.cert_time_to_seconds(cert["notAfter"]) - now.timestamp()
    return {
        "common_name": subject.get("commonName"),
        "dns_names": sorted(v for k, v in cert["subjectAltName"] if k == "DNS"),
        "days_left": int(seconds / 86400),
        "sha256": hashlib.sha256(der).hexdigest(),
        "cipher": cipher,
    }
