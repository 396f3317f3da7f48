import ipaddress

import pandas as pd


def task_func(blocks, hosts):
    networks = {ipaddress.ip_network(block) for block in blocks}
    networks = sorted(networks, key=lambda n: (n.version, n.network_address, n.prefixlen))
    counts = {n: 0 for n in networks}
    unplanned = 0
    for address in {ipaddress.ip_address(h) for h in hosts}:
        inside = [n for n in networks if address in n]
        if inside:
            counts[max(inside, key=lambda n: n.prefixlen)] += 1
        else:
            unplanned += 1
    data = []
    for n in networks:
        supers = [m for m in networks if m is not n and m.version == n.version and m.supernet_of(n)]
        parent = str(max(supers, key=lambda m: m.prefixlen)) if supers else ""
        data.append((str(n), parent, n.num_addresses, counts[n], round(100 * counts[n] / n.num_addresses, 2)))
    data.append(("unplanned", "", 0, unplanned, 0.0))
    return pd.DataFrame(data, columns=["block", "parent", "size", "used", "percent"])
