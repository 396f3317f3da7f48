import hashlib
import hmac
import re

from flask import Flask, jsonify, request


def task_func(secrets, handle, clock, tolerance=300):
    app = Flask(__name__)
    seen = set()

    def error(message, code):
        return jsonify({"error": message}), code

    @app.post("/hooks/<sender>")
    def hook(sender):
        if sender not in secrets:
            return error("unknown sender", 404)
        header = request.headers.get("X-Signature", "")
        if not re.fullmatch(r"t=[0-9]{1,12}(,v1=[0-9a-f]{64})+", header):
            return error("bad header", 400)
        first, *rest = header.split(",")
        timestamp = first[2:]
        message = timestamp.encode() + b"." + request.data
        digests = {hmac.new(secret, message, hashlib.sha256).hexdigest() for secret in secrets[sender]}
        if not digests & {item[3:] for item in rest}:
            return error("bad signature", 401)
        if abs(clock() - int(timestamp)) > tolerance:
            return error("bad time", 403)
        payload = request.get_json(silent=True, force=True)
        if not isinstance(payload, dict) or not isinstance(payload.get("id"), str):
            return error("bad body", 400)
        if payload["id"] in seen:
            return error("duplicate", 409)
        seen.add(payload["id"])
        try:
            handle(sender, payload)
        except Exception:
            return error("handler failed", 500)
        return jsonify({"accepted": payload["id"]}), 202

    return app
