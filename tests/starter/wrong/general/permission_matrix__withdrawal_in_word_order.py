import csv
import enum
import io
import types


def task_func(csv_text):
    rows = list(csv.DictReader(io.StringIO(csv_text)))
    table = {}
    for row in rows:
        if row["role"] in table:
            raise ValueError(row["role"])
        table[row["role"]] = (row["inherits"].split(), row["grants"].upper().split())
    mentioned = dict.fromkeys(w.removeprefix("-") for _, grants in table.values() for w in grants)
    mentioned.pop("ALL", None)
    if not mentioned:
        raise ValueError("no permissions")
    Permission = enum.Flag("Permission", list(mentioned))
    full = Permission(2 ** len(mentioned) - 1)

    def resolve(role, trail=()):
        if role in trail or role not in table:
            raise ValueError(role)
        parents, grants = table[role]
        flags = Permission(0)
        for parent in parents:
            flags |= resolve(parent, (*trail, role))
        for word in grants:
            bit = full if word.removeprefix("-") == "ALL" else Permission[word.removeprefix("-")]
            flags = flags & ~bit if word.startswith("-") else flags | bit
        return flags

    return Permission, types.MappingProxyType({role: resolve(role) for role in table})
