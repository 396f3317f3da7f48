import configparser
from pathlib import Path

import yaml


def task_func(defaults, ini_path, environ, prefix):
    known = yaml.safe_load(defaults)
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    if Path(ini_path).exists():
        parser.read(ini_path, encoding="utf-8")
    for section in parser.sections():
        if section not in known:
            raise KeyError(section)
        for option in parser.options(section):
            if option not in known[section] and option not in parser.defaults():
                raise KeyError(f"{section}.{option}")
    result = {}
    for section, options in known.items():
        result[section] = {}
        for option, default in options.items():
            value, source = default, "default"
            raw = None
            if parser.has_option(section, option):
                raw, source = parser.get(section, option), "file"
            env_name = "_".join([prefix, section, option]).replace("-", "_").upper()
            if env_name in environ:
                raw, source = environ[env_name], "environment"
            if raw is not None:
                raw = raw.strip()
                try:
                    if isinstance(default, list):
                        value = [item.strip() for item in raw.split(",") if item.strip()]
                    else:
                        value = type(default)(raw)
                except ValueError as error:
                    raise ValueError(f"{section}.{option}: {error}") from error
            result[section][option] = (value, source)
    return result
