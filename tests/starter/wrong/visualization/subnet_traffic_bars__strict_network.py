import ipaddress
from collections import Counter

import matplotlib.pyplot as plt
from matplotlib.ticker import EngFormatter


def task_func(lines, top=5, prefix=24):
    inbound, outbound = Counter(), Counter()
    for line in lines:
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        parts = line.split()
        if len(parts) != 3:
            raise ValueError(f"bad line: {line}")
        src, dst, size = ipaddress.ip_address(parts[0]), ipaddress.ip_address(parts[1]), int(parts[2])
        if src.is_private == dst.is_private:
            continue
        public = dst if src.is_private else src
        network = ipaddress.ip_network(f"{public}/{prefix if public.version == 4 else 48}")
        (outbound if src.is_private else inbound)[network] += size
    networks = set(inbound) | set(outbound)
    if not networks:
        raise ValueError("no traffic")
    ranked = sorted(networks, key=lambda n: (-(inbound[n] + outbound[n]), n.version, n.network_address))[:top]
    traffic = {str(n): (inbound[n], outbound[n]) for n in ranked}
    fig, ax = plt.subplots()
    y = range(len(traffic))
    ax.barh(y, [v[0] for v in traffic.values()], color="tab:blue", label="inbound")
    ax.barh(y, [-v[1] for v in traffic.values()], color="tab:orange", label="outbound")
    ax.axvline(0, color="black")
    ax.set_yticks(y, list(traffic))
    ax.invert_yaxis()
    ax.xaxis.set_major_formatter(EngFormatter(unit="B"))
    ax.legend()
    return ax, traffic
