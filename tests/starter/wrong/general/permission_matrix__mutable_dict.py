import csv
import io
from enum import Flag
from functools import reduce
from operator import or_


def task_func(csv_text):
    rows = list(csv.DictReader(io.StringIO(csv_text)))
    table, names = {}, []
    for row in rows:
        if row["role"] in table:
            raise ValueError("duplicate role")
        table[row["role"]] = row
        for word in row["grants"].upper().split():
            word = word.lstrip("-")
            if word != "ALL" and word not in names:
                names.append(word)
    if not names:
        raise ValueError("no permissions")
    Permission = Flag("Permission", names)
    nothing = Permission(0)
    everything = reduce(or_, Permission)

    def compute(role, path):
        if role not in table or role in path:
            raise ValueError("bad inheritance")
        result = nothing
        for parent in table[role]["inherits"].split():
            result |= compute(parent, path + [role])
        removed = nothing
        for word in table[role]["grants"].upper().split():
            target = everything if word.lstrip("-") == "ALL" else Permission[word.lstrip("-")]
            if word.startswith("-"):
                removed |= target
            else:
                result |= target
        return result & ~removed

    return Permission, {role: compute(role, []) for role in table}
