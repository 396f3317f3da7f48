import gzip
import hashlib
import json
from pathlib import Path


def task_func(records, folder, limit):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.match("part-[0-9][0-9][0-9][0-9][0-9].jsonl.gz") or path.name == "manifest.json":
            path.unlink()
    shards = []

    def write(text, count):
        name = f"part-{len(shards) + 1:05d}.jsonl.gz"
        data = text.encode("utf-8")
        (folder / name).write_bytes(gzip.compress(data, mtime=0))
        shards.append(
            {"name": name, "records": count, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        )

    buffer, count, total = "", 0, 0
    for record in records:
        line = json.dumps(record, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")) + "\n"
        if len(line) > limit:
            raise ValueError("record too long")
        if len(buffer) + len(line) > limit:
            write(buffer, count)
            buffer, count = "", 0
        buffer += line
        count += 1
        total += 1
    if count:
        write(buffer, count)
    manifest = {"shards": shards, "records": total}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2))
    return manifest
