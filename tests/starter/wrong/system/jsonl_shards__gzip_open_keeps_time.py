import gzip
import hashlib
import json
import os


def task_func(records, folder, limit):
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(folder):
        if name.startswith("part-") and name.endswith(".jsonl.gz") or name == "manifest.json":
            os.remove(os.path.join(folder, name))
    shards, lines, size = [], [], 0

    def save():
        name = f"part-{len(shards) + 1:05}.jsonl.gz"
        content = b"".join(lines)
        with gzip.open(os.path.join(folder, name), "wb") as f:
            f.write(content)
        shards.append(
            {"name": name, "records": len(lines), "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        )

    for record in records:
        text = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
        line = text.encode() + b"\n"
        if len(line) > limit:
            raise ValueError("line too long")
        if size + len(line) > limit:
            save()
            lines, size = [], 0
        lines.append(line)
        size += len(line)
    if lines:
        save()
    manifest = {"shards": shards, "records": sum(s["records"] for s in shards)}
    with open(os.path.join(folder, "manifest.json"), "w") as f:
        json.dump(manifest, f, indent=2)
    return manifest
