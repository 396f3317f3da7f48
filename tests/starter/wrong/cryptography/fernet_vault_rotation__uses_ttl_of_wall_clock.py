import json
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


def task_func(path, keys, now, max_age):
    fernets = [Fernet(key) for key in keys]
    multi = MultiFernet(fernets)
    path = Path(path)
    data = json.loads(path.read_text(encoding="utf-8"))
    report = {"kept": [], "rotated": [], "expired": [], "unreadable": []}
    result = {}
    for name, token in sorted(data.items()):
        try:
            rotated = multi.rotate(token.encode())
        except InvalidToken:
            report["unreadable"].append(name)
            result[name] = token
            continue
        try:
            multi.decrypt(token.encode(), ttl=int(max_age.total_seconds()))
        except InvalidToken:
            report["expired"].append(name)
            continue
        try:
            fernets[0].decrypt(token.encode())
            report["kept"].append(name)
            result[name] = token
        except InvalidToken:
            report["rotated"].append(name)
            result[name] = rotated.decode()
    path.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return report
