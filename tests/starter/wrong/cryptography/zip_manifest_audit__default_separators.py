import hashlib
import hmac
import json
import zipfile


def task_func(archive, key):
    with zipfile.ZipFile(archive) as bundle:
        manifest = json.loads(bundle.read("MANIFEST.json"))
        files = manifest["files"]
        message = json.dumps(files, sort_keys=True).encode("utf-8")
        expected = hmac.new(key, message, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(expected, manifest["tag"]):
            raise PermissionError("invalid manifest tag")
        names = {n for n in bundle.namelist() if n != "MANIFEST.json" and not n.endswith("/")}
        changed = sorted(n for n in names if n in files and hashlib.sha256(bundle.read(n)).hexdigest() != files[n])
    return {"changed": changed, "missing": sorted(set(files) - names), "unlisted": sorted(names - set(files))}
