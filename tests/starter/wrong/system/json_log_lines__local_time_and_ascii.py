import json
import logging
import traceback
from datetime import datetime


def task_func(name, stream, level="INFO", secrets=()):
    known = set(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}

    class JsonHandler(logging.StreamHandler):
        def format(self, record):
            payload = {
                "time": datetime.fromtimestamp(record.created).isoformat(timespec="milliseconds"),
                "level": record.levelname.lower(),
                "logger": record.name,
                "message": record.getMessage(),
            }
            payload.update({k: v for k, v in sorted(record.__dict__.items()) if k not in known})
            if record.exc_info:
                payload["error"] = "".join(traceback.format_exception_only(*record.exc_info[:2])).strip()
            line = json.dumps(payload, default=str)
            for secret in secrets:
                line = line.replace(secret, "***")
            return line

    logger = logging.getLogger(name)
    logger.handlers = [h for h in logger.handlers if type(h).__name__ != "JsonHandler"]
    logger.addHandler(JsonHandler(stream))
    logger.setLevel(level)
    logger.propagate = False
    return logger
