import sqlite3

from flask import Flask, abort, jsonify, request


def task_func(database):
    app = Flask("stock")
    with sqlite3.connect(database) as db:
        db.execute("CREATE TABLE IF NOT EXISTS item (sku TEXT PRIMARY KEY, quantity INTEGER NOT NULL)")

    @app.get("/items")
    def items():
        below = request.args.get("below", type=int)
        with sqlite3.connect(database) as db:
            rows = db.execute("SELECT sku, quantity FROM item ORDER BY sku").fetchall()
        rows = [r for r in rows if below is None or r[1] < below]
        return jsonify(items=[dict(sku=r[0], quantity=r[1]) for r in rows], total=sum(r[1] for r in rows))

    @app.post("/items")
    def add():
        body = request.get_json(force=True)
        sku, quantity = body.get("sku"), body.get("quantity")
        if type(sku) is not str or not sku or type(quantity) is not int or quantity < 0:
            abort(400)
        try:
            with sqlite3.connect(database) as db:
                db.execute("INSERT INTO item VALUES (?, ?)", (sku, quantity))
        except sqlite3.IntegrityError:
            abort(409)
        return jsonify(sku=sku, quantity=quantity), 201, {"Location": "/items/" + sku}

    @app.patch("/items/<sku>")
    def change(sku):
        delta = request.get_json(force=True).get("change")
        if type(delta) is not int:
            abort(400)
        with sqlite3.connect(database) as db:
            row = db.execute("SELECT quantity FROM item WHERE sku=?", (sku,)).fetchone()
            if row is None:
                abort(404)
            if row[0] + delta < 0:
                abort(409)
            db.execute("UPDATE item SET quantity=? WHERE sku=?", (row[0] + delta, sku))
        return jsonify(sku=sku, quantity=row[0] + delta)

    return app
