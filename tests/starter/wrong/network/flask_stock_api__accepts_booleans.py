import sqlite3

from flask import Flask, jsonify, request
from werkzeug.exceptions import HTTPException


def task_func(database):
    app = Flask(__name__)

    def query(sql, params=()):
        conn = sqlite3.connect(database)
        try:
            rows = conn.execute(sql, params).fetchall()
            conn.commit()
            return rows
        finally:
            conn.close()

    query("CREATE TABLE IF NOT EXISTS item (sku TEXT PRIMARY KEY, quantity INTEGER NOT NULL)")

    @app.errorhandler(HTTPException)
    def on_error(e):
        return jsonify({"error": e.name}), e.code

    @app.route("/items", methods=["GET"])
    def get_items():
        below = request.args.get("below", type=int)
        rows = query("SELECT sku, quantity FROM item ORDER BY sku")
        if below is not None:
            rows = [row for row in rows if row[1] < below]
        items = [{"sku": sku, "quantity": quantity} for sku, quantity in rows]
        return jsonify({"items": items, "total": sum(item["quantity"] for item in items)})

    @app.route("/items", methods=["POST"])
    def post_item():
        data = request.get_json(force=True)
        if not isinstance(data, dict):
            return jsonify({"error": "Bad Request"}), 400
        sku, quantity = data.get("sku"), data.get("quantity")
        if not isinstance(sku, str) or not sku or not isinstance(quantity, int) or quantity < 0:
            return jsonify({"error": "Bad Request"}), 400
        try:
            query("INSERT INTO item VALUES (?, ?)", (sku, quantity))
        except sqlite3.IntegrityError:
            return jsonify({"error": "Conflict"}), 409
        return jsonify({"sku": sku, "quantity": quantity}), 201, {"Location": f"/items/{sku}"}

    @app.route("/items/<sku>", methods=["PATCH"])
    def patch_item(sku):
        data = request.get_json(force=True)
        if not isinstance(data, dict) or not isinstance(data.get("change"), int):
            return jsonify({"error": "Bad Request"}), 400
        rows = query("SELECT quantity FROM item WHERE sku = ?", (sku,))
        if not rows:
            return jsonify({"error": "Not Found"}), 404
        quantity = rows[0][0] + data["change"]
        if quantity < 0:
            return jsonify({"error": "Conflict"}), 409
        query("UPDATE item SET quantity = ? WHERE sku = ?", (quantity, sku))
        return jsonify({"sku": sku, "quantity": quantity})

    return app
