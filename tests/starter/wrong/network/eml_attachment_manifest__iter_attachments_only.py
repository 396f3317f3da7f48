import hashlib
import re
from email import message_from_bytes, policy
from pathlib import PurePosixPath


def task_func(raw):
    message = message_from_bytes(raw, policy=policy.default)
    seen = set()
    result = []
    for part in message.iter_attachments():
        filename = re.split(r"[\\/]", part.get_filename() or "")[-1] or "unnamed"
        path = PurePosixPath(filename)
        candidate, n = filename, 2
        while candidate.lower() in seen:
            candidate = f"{path.stem} ({n}){path.suffix}"
            n += 1
        seen.add(candidate.lower())
        content = part.get_payload(decode=True) or b""
        result.append(
            {
                "name": candidate,
                "type": part.get_content_type(),
                "size": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
            }
        )
    return result
