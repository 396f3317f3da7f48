import hashlib
import sqlite3
import zlib


def task_func(path, name, stream, chunk_size=4096):
    connection = sqlite3.connect(path)
    cursor = connection.cursor()
    cursor.execute("CREATE TABLE IF NOT EXISTS chunks(digest TEXT PRIMARY KEY, data BLOB)")
    cursor.execute("CREATE TABLE IF NOT EXISTS files(name TEXT, position INTEGER, digest TEXT)")
    cursor.execute("DELETE FROM files WHERE name = ?", (name,))
    deleted = cursor.execute("DELETE FROM chunks WHERE digest NOT IN (SELECT digest FROM files)").rowcount
    count = added = 0
    while True:
        chunk = stream.read(chunk_size)
        if not chunk:
            break
        digest = hashlib.blake2b(chunk, digest_size=16).hexdigest()
        try:
            cursor.execute("INSERT INTO chunks VALUES (?, ?)", (digest, zlib.compress(chunk, 9)))
            added += 1
        except sqlite3.IntegrityError:
            pass
        cursor.execute("INSERT INTO files VALUES (?, ?, ?)", (name, count, digest))
        count += 1
    connection.commit()
    connection.close()
    return {"chunks": count, "added": added, "deleted": deleted}
