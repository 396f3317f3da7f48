import io
import json
import logging
import unittest
from datetime import datetime, timezone


def task_func(name, stream, level="INFO", secrets=()):
    """Configure a logger so that it writes one JSON object per record to a stream.

    The object has, in this order, 'time' (UTC, ISO format with milliseconds and '+00:00'), 'level' (in lower case),
    'logger', 'message' (with its arguments merged in), then the attributes that the call passed as extra, sorted by
    name, and, if the record has exception information, at last 'error': the class name, a colon, a space and the
    message of the exception. Values that JSON does not know are written as their str(). Non-ASCII characters are
    written as they are; each object is one line that ends in a line feed. Wherever one of the secrets occurs in the
    finished line, it is replaced by three asterisks, longer secrets before shorter ones.

    The logger passes nothing to its ancestors and ignores records below the level. Calling the function again for the
    same name replaces what an earlier call has set up; handlers of other origin stay.

    Parameters:
    - name (str): the name of the logger.
    - stream (file-like): where to write; flushed after every line.
    - level (str): a level name of the logging module in upper case, default 'INFO'.
    - secrets (iterable of str): texts that must not appear, none of them empty, default none.

    Returns:
    - logging.Logger: the configured logger.

    Raises:
    - ValueError: if there is no such level.

    Requirements:
    - datetime
    - json
    - logging

    Example:
    >>> buffer = io.StringIO()
    >>> task_func("shop", buffer).warning("%d left", 3, extra={"item": "A1"})
    >>> json.loads(buffer.getvalue())["item"]
    'A1'
    """
    ordered = sorted(secrets, key=len, reverse=True)
    usual = logging.makeLogRecord({}).__dict__.keys() | {"asctime"}

    class JsonFormatter(logging.Formatter):
        def format(self, record):
            moment = datetime.fromtimestamp(record.created, timezone.utc)
            fields = {
                "time": moment.isoformat(timespec="milliseconds"),
                "level": record.levelname.lower(),
                "logger": record.name,
                "message": record.getMessage(),
            }
            extra = record.__dict__.keys() - usual
            fields.update((key, record.__dict__[key]) for key in sorted(extra))
            if record.exc_info:
                fields["error"] = f"{record.exc_info[0].__name__}: {record.exc_info[1]}"
            line = json.dumps(fields, ensure_ascii=False, default=str)
            for secret in ordered:
                line = line.replace(secret, "***")
            return line

    logger = logging.getLogger(name)
    logger.setLevel(level)
    logger.propagate = False
    for old in [handler for handler in logger.handlers if handler.name == "json-lines"]:
        logger.removeHandler(old)
    handler = logging.StreamHandler(stream)
    handler.name = "json-lines"
    handler.setFormatter(JsonFormatter())
    logger.addHandler(handler)
    return logger


class TestCases(unittest.TestCase):
    def setUp(self):
        self.stream = io.StringIO()
        self.addCleanup(logging.getLogger("netsys.a").handlers.clear)

    def lines(self):
        text = self.stream.getvalue()
        self.assertTrue(text.endswith("\n") or not text)
        return [json.loads(line) for line in text.split("\n")[:-1]]

    def test_exact_line(self):
        record = logging.makeLogRecord(
            {"name": "netsys.a", "levelno": 30, "levelname": "WARNING", "msg": "%s: %d", "args": ("größe", 5)}
        )
        record.created = 1893456000.0625
        record.zone, record.item = {"b": [1]}, None
        task_func("netsys.a", self.stream).handle(record)
        expected = '{"time": "2030-01-01T00:00:00.062+00:00", "level": "warning", "logger": "netsys.a", '
        expected += '"message": "größe: 5", "item": null, "zone": {"b": [1]}}\n'
        self.assertEqual(self.stream.getvalue(), expected)

    def test_levels(self):
        logger = task_func("netsys.a", self.stream)
        for call in (logger.debug, logger.info, logger.critical):
            call("x")
        self.assertEqual([line["level"] for line in self.lines()], ["info", "critical"])
        logger = task_func("netsys.a", self.stream, level="ERROR")
        logger.warning("x")
        self.assertEqual(len(self.lines()), 2)
        for bad in ("LOUD", "error"):
            with self.assertRaises(ValueError):
                task_func("netsys.a", self.stream, bad)

    def test_extra_values(self):
        moment = datetime(2030, 1, 2, tzinfo=timezone.utc)
        extra = {"z": moment, "taskId": 1, "a": {1}, "k": 1.5}
        task_func("netsys.a", self.stream).info("m", extra=extra)
        (line,) = self.lines()
        expected = [("message", "m"), ("a", "{1}"), ("k", 1.5), ("taskId", 1), ("z", "2030-01-02 00:00:00+00:00")]
        self.assertEqual(list(line.items())[3:], expected)

    def test_exceptions(self):
        logger = task_func("netsys.a", self.stream)
        try:
            raise KeyError("näme")
        except KeyError:
            logger.exception("failed", extra={"zz": 1})
        logger.error("fine", exc_info=False)
        logger.error("given", exc_info=ValueError("two\nlines"))
        first, second, third = self.lines()
        self.assertEqual(list(first.items())[3:], [("message", "failed"), ("zz", 1), ("error", "KeyError: 'näme'")])
        self.assertNotIn("error", second)
        self.assertEqual(third["error"], "ValueError: two\nlines")

    def test_secrets(self):
        logger = task_func("netsys.a", self.stream, secrets=iter(["zz", "azzb", "xü"]))
        logger.info("azzbzz %s", "az", extra={"token": "xüx", "zz": 1})
        (line,) = self.lines()
        self.assertEqual(list(line.items())[3:], [("message", "****** az"), ("token", "***x"), ("***", 1)])

    def test_reconfiguration(self):
        other = logging.StreamHandler(io.StringIO())
        other.setFormatter(logging.Formatter("%(message)s %(asctime)s", "%Y"))
        logging.getLogger("netsys.a").addHandler(other)
        first = io.StringIO()
        task_func("netsys.a", first)
        logger = task_func("netsys.a", self.stream)
        logger.info("once")
        self.assertIs(logger, logging.getLogger("netsys.a"))
        self.assertEqual([list(line) for line in self.lines()], [["time", "level", "logger", "message"]])
        self.assertEqual(first.getvalue(), "")
        self.assertTrue(other.stream.getvalue().startswith("once "))

    def test_does_not_propagate(self):
        above = logging.StreamHandler(io.StringIO())
        logging.getLogger("netsys").addHandler(above)
        self.addCleanup(logging.getLogger("netsys").removeHandler, above)
        task_func("netsys.a", self.stream).error("here")
        self.assertEqual((above.stream.getvalue(), self.lines()[0]["logger"]), ("", "netsys.a"))
