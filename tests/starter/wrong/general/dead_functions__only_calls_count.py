import ast
from pathlib import Path


def task_func(directory, entry_points):
    root = Path(directory)
    graph, broken = {}, []
    for path in sorted(root.rglob("*.py")):
        rel = path.relative_to(root)
        module = ".".join(rel.with_suffix("").parts)
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except SyntaxError:
            broken.append(rel.as_posix())
            continue
        names = {}
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                for alias in node.names:
                    names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        defs = [n for n in tree.body if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
        for d in defs:
            names[d.name] = f"{module}.{d.name}"
        for d in defs:
            graph[f"{module}.{d.name}"] = {
                names[n.func.id]
                for n in ast.walk(d)
                if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id in names
            }
    for entry in entry_points:
        if entry not in graph:
            raise KeyError(entry)
    alive, stack = set(), list(entry_points)
    while stack:
        name = stack.pop()
        if name in alive or name not in graph:
            continue
        alive.add(name)
        stack.extend(graph[name])
    return {"dead": sorted(set(graph) - alive), "broken": sorted(broken)}
