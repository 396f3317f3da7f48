import base64
import hashlib
import hmac
import ipaddress
import re
from collections import Counter


def task_func(text, key, kept_networks=()):
    kept = [ipaddress.ip_network(n) for n in kept_networks]
    counter = Counter()

    def short(value):
        return base64.b32encode(hmac.new(key, value.encode(), hashlib.sha256).digest()).decode().lower()[:6]

    def repl(m):
        try:
            ip = ipaddress.ip_address(m.group())
        except ValueError:
            return m.group()
        if any(ip in n for n in kept):
            return m.group()
        net = ipaddress.ip_network(f"{ip}/{24 if ip.version == 4 else 64}", strict=False)
        name = f"v{ip.version}-{short(str(net.network_address))}-{short(str(ip))}"
        counter[name] += 1
        return name

    return re.sub(r"[0-9A-Fa-f:.]+", repl, text), sorted(counter.items(), key=lambda kv: (-kv[1], kv[0]))
