import contextlib
import sqlite3
import tempfile
import unittest
from pathlib import Path

from flask import Flask, jsonify, request
from werkzeug.exceptions import BadRequest, Conflict, HTTPException, NotFound


def task_func(database):
    """Build a Flask application that keeps the stock of a warehouse in an SQLite file and speaks JSON.

    The table is item(sku TEXT PRIMARY KEY, quantity INTEGER NOT NULL); it is created if it does not exist. Routes:

    GET /items answers {"items": [...], "total": n}, the items sorted by sku, each {"sku": ..., "quantity": ...}, and
    the sum of the quantities listed (0 for none). With the query parameter below=N only items with a quantity under N
    are listed; an N that is not an integer is ignored.
    POST /items with a JSON object {"sku": str, "quantity": int} adds an item and answers it with status 201 and the
    header Location: /items/<sku>. 400 if the body is not JSON of this shape with a sku that is not empty and a quantity
    of at least 0 (true and false are no integers); 409 if the sku exists.
    PATCH /items/<sku> with {"change": int} adds the change, possibly negative, and answers the item; 400 if the body
    is not of this shape, 404 if there is no such item, 409 if the quantity would fall below 0 (it then stays).

    Bodies are read as JSON whatever their content type says. Every error, also for unknown routes and methods, is
    answered as {"error": name} with the standard name of the HTTP status, such as "Not Found", and with that status.

    Parameters:
    - database (str): the path of the SQLite file. Every request opens and closes its own connection.

    Returns:
    - flask.Flask: the application.

    Requirements:
    - contextlib
    - flask
    - sqlite3
    - werkzeug.exceptions

    Example:
    >>> client = task_func("stock.db").test_client()
    >>> client.post("/items", json={"sku": "A1", "quantity": 3}).status_code
    201
    """
    app = Flask("stock")

    @contextlib.contextmanager
    def connection():
        with contextlib.closing(sqlite3.connect(database)) as db, db:
            yield db

    with connection() as db:
        db.execute("CREATE TABLE IF NOT EXISTS item (sku TEXT PRIMARY KEY, quantity INTEGER NOT NULL)")

    def field(name, kind):
        body = request.get_json(force=True)
        if not isinstance(body, dict) or type(body.get(name)) is not kind:
            raise BadRequest
        return body[name]

    def describe(error):
        return jsonify(error=error.name), error.code

    def list_items():
        below = request.args.get("below", float("inf"), type=int)
        with connection() as db:
            rows = db.execute("SELECT * FROM item WHERE quantity < ? ORDER BY sku", (below,)).fetchall()
        return jsonify(items=[{"sku": s, "quantity": q} for s, q in rows], total=sum(q for _, q in rows))

    def add_item():
        sku, quantity = field("sku", str), field("quantity", int)
        if not sku or quantity < 0:
            raise BadRequest
        try:
            with connection() as db:
                db.execute("INSERT INTO item VALUES (?, ?)", (sku, quantity))
        except sqlite3.IntegrityError:
            raise Conflict from None
        return jsonify(sku=sku, quantity=quantity), 201, {"Location": f"/items/{sku}"}

    def change_item(sku):
        change = field("change", int)
        with connection() as db:
            row = db.execute("SELECT quantity FROM item WHERE sku = ?", (sku,)).fetchone()
            if row is None:
                raise NotFound
            if row[0] + change < 0:
                raise Conflict
            db.execute("UPDATE item SET quantity = ? WHERE sku = ?", (row[0] + change, sku))
        return jsonify(sku=sku, quantity=row[0] + change)

    app.register_error_handler(HTTPException, describe)
    app.add_url_rule("/items", view_func=list_items, methods=["GET"])
    app.add_url_rule("/items", view_func=add_item, methods=["POST"])
    app.add_url_rule("/items/<sku>", view_func=change_item, methods=["PATCH"])
    return app


class TestCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = str(Path(folder.name, "stock.db"))
        self.client = task_func(self.path).test_client()

    def call(self, method, path, **options):
        response = self.client.open(path, method=method, **options)
        return response.status_code, response.get_json()

    def add(self, sku, quantity):
        return self.call("POST", "/items", json={"sku": sku, "quantity": quantity})

    def stored(self):
        with contextlib.closing(sqlite3.connect(self.path)) as db:
            return dict(db.execute("SELECT sku, quantity FROM item"))

    def test_add_and_list(self):
        self.assertEqual(self.call("GET", "/items"), (200, {"items": [], "total": 0}))
        response = self.client.post("/items", json={"sku": "b-2", "quantity": 5})
        self.assertEqual((response.status_code, response.headers["Location"]), (201, "/items/b-2"))
        self.assertEqual(response.get_json(), {"sku": "b-2", "quantity": 5})
        self.assertEqual(self.add("a", 0)[0], 201)
        items = [{"sku": "a", "quantity": 0}, {"sku": "b-2", "quantity": 5}]
        self.assertEqual(self.call("GET", "/items"), (200, {"items": items, "total": 5}))

    def test_below(self):
        for sku, quantity in (("c", 3), ("a", 2), ("b", 10)):
            self.add(sku, quantity)
        status, body = self.call("GET", "/items?below=3")
        self.assertEqual((status, body), (200, {"items": [{"sku": "a", "quantity": 2}], "total": 2}))
        self.assertEqual(self.call("GET", "/items?below=11")[1]["total"], 15)
        for text in ("few", "2.5", ""):
            self.assertEqual(self.call("GET", f"/items?below={text}")[1]["total"], 15)

    def test_change(self):
        self.add("x", 4)
        self.add("y", 1)
        self.assertEqual(self.call("PATCH", "/items/x", json={"change": -4}), (200, {"sku": "x", "quantity": 0}))
        self.assertEqual(self.call("PATCH", "/items/x", json={"change": 7}), (200, {"sku": "x", "quantity": 7}))
        self.assertEqual(self.call("PATCH", "/items/x", json={"change": -8}), (409, {"error": "Conflict"}))
        self.assertEqual(self.call("PATCH", "/items/z", json={"change": 1}), (404, {"error": "Not Found"}))
        self.assertEqual(self.stored(), {"x": 7, "y": 1})

    def test_existing_sku(self):
        self.add("x", 4)
        self.assertEqual(self.add("x", 9), (409, {"error": "Conflict"}))
        self.assertEqual(self.stored(), {"x": 4})

    def test_bad_bodies(self):
        self.add("x", 4)
        bad = [{"sku": "", "quantity": 1}, {"sku": "n", "quantity": -1}, {"sku": 5, "quantity": 1}, {"sku": "n"}, []]
        bad += [{"sku": "n", "quantity": True}, {"sku": "n", "quantity": 1.0}, {"quantity": 1}, "text"]
        for body in bad:
            self.assertEqual(self.call("POST", "/items", json=body), (400, {"error": "Bad Request"}), body)
        for body in ({"change": "1"}, {"change": False}, {}, [1], {"quantity": 2}):
            self.assertEqual(self.call("PATCH", "/items/x", json=body), (400, {"error": "Bad Request"}), body)
        self.assertEqual(self.call("POST", "/items", data="{", content_type="application/json")[0], 400)
        self.assertEqual(self.stored(), {"x": 4})

    def test_errors_are_json(self):
        self.assertEqual(self.call("GET", "/nothing"), (404, {"error": "Not Found"}))
        self.assertEqual(self.call("DELETE", "/items"), (405, {"error": "Method Not Allowed"}))
        self.assertEqual(self.call("POST", "/items", data="x"), (400, {"error": "Bad Request"}))
        self.assertEqual(self.call("POST", "/items", data='{"sku": "x", "quantity": 1}')[0], 201)

    def test_hostile_names_and_reopening(self):
        name = "x'); DROP TABLE item; --"
        self.add(name, 1)
        self.client = task_func(self.path).test_client()
        self.assertEqual(self.call("PATCH", "/items/" + name, json={"change": 1})[1], {"sku": name, "quantity": 2})
        self.assertEqual(self.stored(), {name: 2})
