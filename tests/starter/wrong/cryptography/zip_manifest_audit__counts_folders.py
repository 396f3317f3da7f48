import hashlib
import hmac
import json
import zipfile


def task_func(archive, key):
    with zipfile.ZipFile(archive) as bundle:
        manifest = json.loads(bundle.read("MANIFEST.json"))
        files = manifest["files"]
        message = json.dumps(files, sort_keys=True, separators=(",", ":")).encode("utf-8")
        expected = hmac.new(key, message, hashlib.sha256).hexdigest()
        if expected != manifest["tag"]:
            raise PermissionError("invalid manifest tag")
        result = {"changed": [], "missing": [], "unlisted": []}
        names = set(bundle.namelist())
        for name in sorted(names):
            if name == "MANIFEST.json":
                continue
            if name not in files:
                result["unlisted"].append(name)
            elif hashlib.sha256(bundle.read(name)).hexdigest() != files[name]:
                result["changed"].append(name)
        result["missing"] = sorted(name for name in files if name not in names)
    return result
