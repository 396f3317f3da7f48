import configparser
import tempfile
import unittest
from pathlib import Path

import yaml


def task_func(defaults, ini_path, environ, prefix):
    """Combine a program's settings from YAML defaults, an INI file and environment variables, in rising priority.

    The YAML text is a mapping of sections to mappings of options to values; it decides which sections and options
    exist and what types they have: bool, int, float, str or list of str. The INI file, if it exists, is read without
    interpolation and with option names that keep their letter case; its DEFAULT section lends options to all sections
    it has, but an option from there is ignored in sections that do not know it. An environment variable overrides an
    option if its name is the prefix, the section and the option, all in upper case and joined by underscores; hyphens
    in them count as underscores ('APP_WEB_MAX_AGE' for the option 'max-age' of section 'web'); other variables are
    ignored. Values from both sources are text, with the white space around them removed, and become the type of the
    default: for bool, the words 1, yes, true, on and 0, no, false, off count, in any letter case; for a list, the text
    is split at commas, the white space around the parts is removed and empty parts are dropped.

    Parameters:
    - defaults (str): the YAML text.
    - ini_path (str or Path): the INI file (UTF-8), which may be missing.
    - environ (dict): the environment variables.
    - prefix (str): the program's prefix, in any letter case.

    Returns:
    - dict: from section to a dict from option to (value, source), in the order of the defaults; source is 'default',
      'file' or 'environment'.

    Raises:
    - KeyError: if the file has a section, or a section in it has an option of its own, that the defaults do not have.
      The key is 'section' or 'section.option'.
    - ValueError: if a value does not fit its type; the message contains 'section.option'.

    Requirements:
    - configparser
    - pathlib
    - yaml

    Example:
    >>> task_func("web: {port: 80, debug: no}", "missing.ini", {"APP_WEB_PORT": " 8080"}, "app")
    {'web': {'port': (8080, 'environment'), 'debug': (False, 'default')}}
    """
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    if Path(ini_path).exists():
        parser.read_string(Path(ini_path).read_bytes().decode())
    known = yaml.safe_load(defaults)
    for section in parser.sections():
        if section not in known:
            raise KeyError(section)
        for option in parser[section].keys() - known[section].keys() - parser.defaults().keys():
            raise KeyError(f"{section}.{option}")

    def convert(text, default):
        if isinstance(default, bool):
            return parser.BOOLEAN_STATES[text.strip().lower()]
        if isinstance(default, list):
            return [part.strip() for part in text.split(",") if part.strip()]
        return type(default)(text.strip())

    result = {}
    for section, options in known.items():
        result[section] = {}
        for option, default in options.items():
            variable = f"{prefix}_{section}_{option}".replace("-", "_").upper()
            text, source = parser.get(section, option, fallback=None), "file"
            if variable in environ:
                text, source = environ[variable], "environment"
            try:
                result[section][option] = (default, "default") if text is None else (convert(text, default), source)
            except (KeyError, ValueError):
                raise ValueError(f"{section}.{option}: {text!r} is no {type(default).__name__}") from None
    return result


class TestCases(unittest.TestCase):
    DEFAULTS = """
web:
  port: 80
  host: localhost
  max-age: 1.5
  debug: true
log-file:
  Names: [a, b]
  Path: ''
"""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.ini = Path(folder.name, "app.ini")

    def load(self, ini=None, **environ):
        if ini is not None:
            self.ini.write_bytes(ini.encode())
        return task_func(self.DEFAULTS, str(self.ini), environ, "App-x")

    def differences(self, *args, **environ):
        loaded = self.load(*args, **environ)
        return {f"{s}.{o}": pair for s, d in loaded.items() for o, pair in d.items() if pair[1] != "default"}

    def test_defaults_alone(self):
        loaded = self.load()
        self.assertEqual(list(loaded), ["web", "log-file"])
        expected = [("port", 80), ("host", "localhost"), ("max-age", 1.5), ("debug", True)]
        self.assertEqual(list(loaded["web"].items()), [(option, (value, "default")) for option, value in expected])
        self.assertEqual(loaded["log-file"], {"Names": (["a", "b"], "default"), "Path": ("", "default")})

    def test_file(self):
        found = self.differences("[web]\nport = 81 \nhost: 100% ü\n[log-file]\nNames = x , y z,,\nPath =\n")
        expected = {"web.port": 81, "web.host": "100% ü", "log-file.Names": ["x", "y z"], "log-file.Path": ""}
        self.assertEqual(found, {key: (value, "file") for key, value in expected.items()})

    def test_environment(self):
        others = {"app_x_web_port": "5", "APP_X_WEB_NOTHING": "1", "APP_WEB_DEBUG": "0", "APP-X_WEB_DEBUG": "0"}
        mine = {"APP_X_WEB_MAX_AGE": " 1e2 ", "APP_X_LOG_FILE_NAMES": "", "APP_X_WEB_HOST": " h "}
        found = self.differences("[web]\nport = 81\nmax-age = 3\n", **others, **mine)
        expected = {
            "web.port": (81, "file"),
            "web.host": ("h", "environment"),
            "web.max-age": (100.0, "environment"),
            "log-file.Names": ([], "environment"),
        }
        self.assertEqual(found, expected)

    def test_booleans(self):
        words = dict.fromkeys(["1", " Yes ", "TRUE", "on"], True) | dict.fromkeys(["0", "no", "False", "OFF"], False)
        for word, value in words.items():
            self.assertEqual(self.load(APP_X_WEB_DEBUG=word)["web"]["debug"], (value, "environment"))
            self.assertIs(self.load(f"[web]\ndebug={word}\n")["web"]["debug"][0], value)

    def test_default_section_of_the_file(self):
        found = self.differences("[DEFAULT]\nhost = all\nPath = /p\nextra = 1\n[web]\nport = 7\n[log-file]\n")
        self.assertEqual(found, {"web.port": (7, "file"), "web.host": ("all", "file"), "log-file.Path": ("/p", "file")})
        self.assertEqual(self.differences("[DEFAULT]\nhost = all\nPath = /p\n[web]\n"), {"web.host": ("all", "file")})

    def test_unknown_names(self):
        cases = {"[cache]\nx=1\n": "cache", "[void]\n": "void", "[web]\nHost=1\n": "web.Host"}
        cases["[log-file]\nport=1\n"] = "log-file.port"
        for ini, key in cases.items():
            with self.assertRaises(KeyError) as caught:
                self.load(ini)
            self.assertEqual(caught.exception.args, (key,))

    def test_unfit_values(self):
        bad = {"port": ["1.0", "", "x"], "max-age": ["1,5", ""], "debug": ["2", "", "y", "maybe"]}
        for option, texts in bad.items():
            for text in texts:
                with self.assertRaisesRegex(ValueError, f"web.{option}"):
                    self.load(f"[web]\n{option} = {text}\n")
                with self.assertRaisesRegex(ValueError, f"web.{option}"):
                    self.load("", **{f"APP_X_WEB_{option.upper().replace('-', '_')}": text})
