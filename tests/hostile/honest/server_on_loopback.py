# task: level_counts
# right: counts through a server of its own on the loopback
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.request import urlopen


class Handler(BaseHTTPRequestHandler):
    counts = {}

    def do_GET(self):
        body = json.dumps(self.counts).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def task_func(path):
    counts = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if found := re.match(r"([A-Z]+): ", line):
                counts[found[1]] = counts.get(found[1], 0) + 1
    Handler.counts = counts
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with urlopen(f"http://127.0.0.1:{server.server_port}/") as answer:
            result = json.load(answer)
        server.shutdown()
    return result
