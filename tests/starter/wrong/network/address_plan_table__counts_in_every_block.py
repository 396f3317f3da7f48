import ipaddress

import pandas as pd


def task_func(blocks, hosts):
    networks = {ipaddress.ip_network(block, strict=False) for block in blocks}
    networks = sorted(networks, key=lambda n: (n.version, int(n.network_address), n.prefixlen))
    addresses = {ipaddress.ip_address(host) for host in hosts}
    rows = []
    for network in networks:
        parents = [n for n in networks if n != network and n.version == network.version and network.subnet_of(n)]
        parent = str(max(parents, key=lambda n: n.prefixlen)) if parents else ""
        used = sum(address in network for address in addresses)
        size = network.num_addresses
        rows.append([str(network), parent, size, used, round(used / size * 100, 2)])
    outside = sum(not any(address in network for network in networks) for address in addresses)
    rows.append(["unplanned", "", 0, outside, 0.0])
    return pd.DataFrame(rows, columns=["block", "parent", "size", "used", "percent"])
