import hashlib
import sqlite3
import zlib


def task_func(path, name, stream, chunk_size=4096):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE IF NOT EXISTS chunks(digest TEXT PRIMARY KEY, data BLOB)")
    connection.execute("CREATE TABLE IF NOT EXISTS files(name TEXT, position INTEGER, digest TEXT)")
    connection.execute("DELETE FROM files WHERE name = ?", (name,))
    added = position = 0
    for chunk in iter(lambda: stream.read(chunk_size), b""):
        digest = hashlib.blake2b(chunk, digest_size=16).hexdigest()
        known = connection.execute("SELECT 1 FROM chunks WHERE digest = ?", (digest,)).fetchone()
        if not known:
            connection.execute("INSERT INTO chunks VALUES (?, ?)", (digest, zlib.compress(chunk, 9)))
            added += 1
        connection.execute("INSERT INTO files VALUES (?, ?, ?)", (name, position, digest))
        position += 1
    deleted = connection.execute("DELETE FROM chunks WHERE digest NOT IN (SELECT digest FROM files)").rowcount
    connection.close()
    return {"chunks": position, "added": added, "deleted": deleted}
