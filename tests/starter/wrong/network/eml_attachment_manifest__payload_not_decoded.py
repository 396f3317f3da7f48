import email
import hashlib
import ntpath
import os


def task_func(raw):
    message = email.message_from_bytes(raw)
    result = []
    used = set()
    for part in message.walk():
        if part.get_content_maintype() == "multipart":
            continue
        disposition = part.get_content_disposition()
        filename = part.get_filename()
        if not filename and disposition != "attachment":
            continue
        base = ntpath.basename(filename or "") or "unnamed"
        stem, ext = os.path.splitext(base)
        name = base
        counter = 2
        while name.lower() in used:
            name = f"{stem} ({counter}){ext}"
            counter += 1
        used.add(name.lower())
        payload = part.get_payload().encode()
        result.append(
            {
                "name": name,
                "type": part.get_content_type(),
                "size": len(payload),
                "sha256": hashlib.sha256(payload).hexdigest(),
            }
        )
    return result
