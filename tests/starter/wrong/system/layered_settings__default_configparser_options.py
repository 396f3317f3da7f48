import configparser

import yaml


def task_func(defaults, ini_path, environ, prefix):
    data = yaml.safe_load(defaults)
    config = configparser.ConfigParser()
    config.read(ini_path)
    for section in config.sections():
        if section not in data:
            raise KeyError(section)
        for key in config[section]:
            if key not in data[section] and key not in config.defaults():
                raise KeyError(f"{section}.{key}")

    def parse(name, text, default):
        text = text.strip()
        if isinstance(default, bool):
            if text.lower() in ("1", "yes", "true", "on"):
                return True
            if text.lower() in ("0", "no", "false", "off"):
                return False
            raise ValueError(f"{name}: not a boolean: {text}")
        if isinstance(default, list):
            return [part.strip() for part in text.split(",") if part.strip()]
        try:
            return type(default)(text)
        except ValueError:
            raise ValueError(f"{name}: invalid value {text}") from None

    out = {}
    for section, options in data.items():
        out[section] = {}
        for option, default in options.items():
            name = f"{section}.{option}"
            variable = f"{prefix}_{section}_{option}".upper().replace("-", "_")
            if variable in environ:
                out[section][option] = (parse(name, environ[variable], default), "environment")
            elif config.has_section(section) and option in config[section]:
                out[section][option] = (parse(name, config[section][option], default), "file")
            else:
                out[section][option] = (default, "default")
    return out
