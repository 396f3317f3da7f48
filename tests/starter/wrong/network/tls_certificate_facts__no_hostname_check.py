import datetime
import hashlib
import socket
import ssl


def task_func(address, server_name, ca_pem, now):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_REQUIRED
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_verify_locations(cadata=ca_pem)
    with socket.create_connection(address, timeout=10) as sock:
        with context.wrap_socket(sock, server_hostname=server_name) as tls:
            cert = tls.getpeercert()
            der = tls.getpeercert(binary_form=True)
            cipher = tls.cipher()[0]
    common_name = None
    for rdn in cert.get("subject", ()):
        for key, value in rdn:
            if key == "commonName":
                common_name = value
    expires = datetime.datetime.fromtimestamp(ssl.cert_time_to_seconds(cert["notAfter"]), tz=datetime.timezone.utc)
    return {
        "common_name": common_name,
        "dns_names": sorted(value for kind, value in cert.get("subjectAltName", ()) if kind == "DNS"),
        "days_left": (expires - now).days,
        "sha256": hashlib.sha256(der).hexdigest(),
        "cipher": cipher,
    }
