import json
from datetime import datetime, timezone
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken


def task_func(path, keys, now, max_age):
    if not keys:
        raise ValueError("no keys given")
    fernets = [Fernet(key) for key in keys]
    path = Path(path)
    data = json.loads(path.read_text(encoding="utf-8"))
    report = {"kept": [], "rotated": [], "expired": [], "unreadable": []}
    result = {}
    for name in sorted(data):
        token = data[name]
        for position, fernet in enumerate(fernets):
            try:
                plain = fernet.decrypt(token)
            except InvalidToken:
                continue
            made = datetime.fromtimestamp(fernet.extract_timestamp(token), timezone.utc)
            if now - made > max_age:
                report["expired"].append(name)
            elif position == 0:
                report["kept"].append(name)
                result[name] = token
            else:
                report["rotated"].append(name)
                result[name] = fernets[0].encrypt(plain).decode()
            break
        else:
            report["unreadable"].append(name)
            result[name] = token
    path.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return report
