import ipaddress
from collections import defaultdict

import matplotlib.pyplot as plt
from matplotlib.ticker import EngFormatter


def task_func(lines, top=5, prefix=24):
    traffic = defaultdict(lambda: [0, 0])
    for line in lines:
        if line.startswith("#") or not line.split():
            continue
        source, destination, size = line.split()
        source, destination = ipaddress.ip_address(source), ipaddress.ip_address(destination)
        size = int(size)
        if source.is_private and not destination.is_private:
            public, direction = destination, 1
        elif destination.is_private and not source.is_private:
            public, direction = source, 0
        else:
            continue
        bits = prefix if public.version == 4 else 48
        network = str(ipaddress.ip_network((public, bits), strict=False))
        traffic[network][direction] += size
    if not traffic:
        raise ValueError("no line counts")
    names = sorted(traffic, key=lambda name: (-sum(traffic[name]), name))[:top]
    result = {name: tuple(traffic[name]) for name in names}
    _, ax = plt.subplots()
    rows = list(range(len(names)))
    ax.barh(rows, [result[n][0] for n in names], color="tab:blue", label="inbound")
    ax.barh(rows, [-result[n][1] for n in names], color="tab:orange", label="outbound")
    ax.axvline(0, color="black")
    ax.set_yticks(rows)
    ax.set_yticklabels(names)
    ax.invert_yaxis()
    ax.xaxis.set_major_formatter(EngFormatter("B"))
    ax.legend()
    return ax, result
