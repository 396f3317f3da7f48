import ast
import os


def task_func(directory, entry_points):
    functions, broken = {}, []
    for base, _, files in os.walk(directory):
        for file in files:
            if not file.endswith(".py"):
                continue
            full = os.path.join(base, file)
            rel = os.path.relpath(full, directory).replace(os.sep, "/")
            with open(full, encoding="utf-8") as handle:
                source = handle.read()
            try:
                tree = ast.parse(source)
            except SyntaxError:
                broken.append(rel)
                continue
            module = rel[:-3].replace("/", ".")
            imported = {}
            for node in tree.body:
                if isinstance(node, ast.ImportFrom) and node.module:
                    for alias in node.names:
                        imported[alias.name] = f"{node.module}.{alias.name}"
            own = {n.name: n for n in tree.body if isinstance(n, ast.FunctionDef)}
            for name, node in own.items():
                used = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
                targets = {f"{module}.{u}" if u in own else imported.get(u) for u in used}
                functions[f"{module}.{name}"] = targets - {None}
    alive = set()
    queue = list(entry_points)
    while queue:
        name = queue.pop(0)
        if name not in functions and name in entry_points:
            raise KeyError(name)
        if name in functions and name not in alive:
            alive.add(name)
            queue.extend(functions[name])
    return {"dead": sorted(set(functions) - alive), "broken": sorted(broken)}
