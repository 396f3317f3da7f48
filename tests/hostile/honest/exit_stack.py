# task: fetch_title
# right: contextlib in many forms
import contextlib
from urllib.request import Request  # noqa: F401  (imported, never used)


@contextlib.contextmanager
def opened(url):
    with contextlib.ExitStack() as stack:
        yield stack.enter_context(request.urlopen(url, timeout=5))


def task_func(url):
    with contextlib.suppress(URLError):
        with opened(url) as answer, contextlib.redirect_stdout(None):
            title = json.load(answer).get("title")
            return title if title is None else title.strip()
