import base64
import hashlib
import hmac
import ipaddress
import re
from collections import Counter


def task_func(text, key, kept_networks=()):
    kept = [ipaddress.ip_network(n) for n in kept_networks]
    counter = Counter()

    def short(packed):
        return base64.b32encode(hmac.new(key, packed, hashlib.sha256).digest()).decode().lower()[:6]

    def repl(m):
        try:
            ip = ipaddress.ip_address(m.group())
            ip = getattr(ip, "ipv4_mapped", None) or ip
            net = ipaddress.ip_network(f"{ip}/{24 if ip.version == 4 else 64}")
        except ValueError:
            return m.group()
        if any(ip in n for n in kept):
            return m.group()
        name = f"v{ip.version}-{short(net.network_address.packed)}-{short(ip.packed)}"
        counter[name] += 1
        return name

    result = re.sub(r"[0-9A-Fa-f:.]+", repl, text)
    return result, sorted(counter.items(), key=lambda kv: (-kv[1], kv[0]))
