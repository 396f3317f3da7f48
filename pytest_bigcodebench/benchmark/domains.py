"""The seven domains, and which of them a library calls for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

__all__ = ["DOMAINS", "DOMAIN_OF", "domains_of"]

#: The libraries that the benchmark's authors assigned to each domain (155 in all).
_LIBRARIES: Final[dict[str, str]] = {
    "computation": """
        cmath cv2 gensim geopandas IPython keras Levenshtein librosa math nltk numpy obspy pandas pytesseract
        scipy shapely skimage sklearn soundfile statistics statsmodels sympy tensorflow textblob torch
        wordninja
    """,
    "cryptography": """
        base64 binascii blake3 codecs Crypto cryptography hashlib hmac rsa secrets
    """,
    "general": """
        argparse array ast bisect builtins collections copy decimal difflib enum faker fnmatch functools heapq
        importlib inspect itertools multidict natsort operator pkgutil pprint prettytable queue random re
        regex string texttable textwrap types typing unicodedata uuid warnings
    """,
    "network": """
        bs4 cgi chardet django email flask flask_login flask_mail flask_restful flask_wtf ftplib geopy html
        http ipaddress lxml mechanize mimetypes pyquery python_http_client requests selenium sendgrid smtplib
        socket ssl urllib werkzeug wikipedia wtforms xml xmltodict
    """,
    "system": """
        aspose configparser csv ctypes docx docxtpl errno filecmp getpass glob gzip imp io json locale logging
        multiprocessing openpyxl os pathlib pickle platform psutil select shlex shutil signal sqlalchemy
        sqlite3 struct subprocess sys tarfile threading xlrd xlwt yaml zipfile zlib
    """,
    "time": """
        calendar datetime dateutil holidays pytz time
    """,
    "visualization": """
        folium matplotlib mpl_toolkits PIL seaborn turtle wordcloud
    """,
}

#: Names of the domains, lower case, in alphabetical order.
DOMAINS: Final[tuple[str, ...]] = tuple(_LIBRARIES)

#: The domain of each library, by its top-level module name.
DOMAIN_OF: Final[dict[str, str]] = {
    library: domain for domain, libraries in _LIBRARIES.items() for library in libraries.split()
}


def domains_of(libs: Iterable[str]) -> tuple[str, ...]:
    """Return the domains of some libraries (top-level module names), each once, sorted.

    A library that the table does not know adds no domain.
    """
    return tuple(sorted({DOMAIN_OF[library] for library in libs if library in DOMAIN_OF}))
