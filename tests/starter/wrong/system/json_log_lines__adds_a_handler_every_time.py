import json
import logging
from datetime import datetime, timezone


def task_func(name, stream, level="INFO", secrets=()):
    secrets = sorted(secrets, key=len, reverse=True)
    standard = set(vars(logging.LogRecord("", 0, "", 0, "", (), None))) | {"message", "asctime", "taskName"}

    class Formatter(logging.Formatter):
        def format(self, record):
            data = {
                "time": datetime.fromtimestamp(record.created, tz=timezone.utc).isoformat(timespec="milliseconds"),
                "level": record.levelname.lower(),
                "logger": record.name,
                "message": record.getMessage(),
            }
            for key in sorted(k for k in vars(record) if k not in standard):
                data[key] = getattr(record, key)
            if record.exc_info:
                data["error"] = f"{type(record.exc_info[1]).__name__}: {record.exc_info[1]}"
            text = json.dumps(data, default=str, ensure_ascii=False)
            for secret in secrets:
                text = text.replace(secret, "***")
            return text

    logger = logging.getLogger(name)
    logger.setLevel(level)
    logger.propagate = False
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Formatter())
    logger.addHandler(handler)
    return logger
