import hashlib
import hmac
import json
import re

from flask import Flask, jsonify, request


def task_func(secrets, handle, clock, tolerance=300):
    app = Flask(__name__)
    seen = set()

    @app.route("/hooks/<sender>", methods=["POST"])
    def hook(sender):
        if sender not in secrets:
            return jsonify({"error": "unknown sender"}), 404
        header = request.headers.get("X-Signature", "")
        if not re.fullmatch(r"t=\d{1,12}(,v1=[0-9a-f]{64})+", header):
            return jsonify({"error": "bad header"}), 400
        parts = [item.split("=", 1) for item in header.split(",")]
        timestamp = parts[0][1]
        signatures = [value for name, value in parts[1:]]
        payload = request.get_json(silent=True, force=True)
        message = f"{timestamp}.{json.dumps(payload)}".encode()
        valid = any(
            hmac.compare_digest(hmac.new(secret, message, hashlib.sha256).hexdigest(), signature)
            for secret in secrets[sender] for signature in signatures
        )
        if not valid:
            return jsonify({"error": "bad signature"}), 401
        if abs(clock() - int(timestamp)) > tolerance:
            return jsonify({"error": "bad time"}), 403
        if not isinstance(payload, dict) or not isinstance(payload.get("id"), str):
            return jsonify({"error": "bad body"}), 400
        if (sender, payload["id"]) in seen:
            return jsonify({"error": "duplicate"}), 409
        try:
            handle(sender, payload)
        except Exception:
            return jsonify({"error": "handler failed"}), 500
        seen.add((sender, payload["id"]))
        return jsonify({"accepted": payload["id"]}), 202

    return app
