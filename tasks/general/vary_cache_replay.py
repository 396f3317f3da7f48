import unittest
import uuid
from collections import OrderedDict
from email.parser import HeaderParser

from hypothesis import given, settings
from hypothesis import strategies as st
from multidict import CIMultiDict


def task_func(exchanges, capacity):
    """Replay recorded HTTP exchanges against a cache that heeds the Vary header.

    Headers are texts with a line "Name: value" for each field; lines that begin with a blank continue the value before.
    Names ignore case, fields may be repeated, and a value's runs of whitespace count as one blank.
    An answer's Vary fields list, separated by commas, the request headers that it depends on. The key of an answer is
    the version 5 UUID, in the URL namespace, of the address followed by a line "\\n<name>=<value>" for each of these
    headers: the names in lower case, sorted and without repetitions, the value being the request's values of that name
    joined by ", " (nothing if it has none).
    For each exchange in order, the key is first made with the Vary list of the answer to the same address that was
    stored last; if the cache holds that key, it is a hit and the recorded answer is ignored. Otherwise it is a miss and
    the recorded answer is stored under its own key, unless its Vary has "*" or one of its Cache-Control fields has the
    directive no-store (in any case, directives are separated by commas). If the cache then holds more than capacity
    keys, the key that was not stored or hit for the longest time is dropped; Vary lists are not forgotten.

    Parameters:
    - exchanges (list of tuples): address, request headers and answer headers (three str each).
    - capacity (int): how many keys the cache can hold.

    Returns:
    - list of tuples: for each exchange "hit" or "miss" and the key (str), None for an answer that is not stored.

    Raises:
    - ValueError: if capacity is less than 1.

    Requirements:
    - collections
    - email.parser
    - multidict
    - uuid

    Example:
    >>> page = ("http://a.test/", "Accept: text/html", "Vary: accept")
    >>> for verdict in task_func([page, page, ("http://a.test/", "Accept: */*", "Cache-Control: no-store")], 5):
    ...     print(verdict)
    ('miss', '3ecf28bd-3d87-5248-8a1f-dffc086d58f6')
    ('hit', '3ecf28bd-3d87-5248-8a1f-dffc086d58f6')
    ('miss', None)
    """
    if capacity < 1:
        raise ValueError("the cache must hold at least one key")

    def parse(text):
        return CIMultiDict((name, " ".join(value.split())) for name, value in HeaderParser().parsestr(text).items())

    def listed(headers, name):
        parts = ",".join(headers.getall(name, [])).lower().split(",")
        return sorted({part.strip() for part in parts} - {""})

    def key_for(url, names, request):
        lines = (f"\n{name}={', '.join(request.getall(name, []))}" for name in names)
        return str(uuid.uuid5(uuid.NAMESPACE_URL, url + "".join(lines)))

    cache, vary_lists, verdicts = OrderedDict(), {}, []
    for url, request_text, answer_text in exchanges:
        request, answer = parse(request_text), parse(answer_text)
        key = key_for(url, vary_lists.get(url, []), request)
        if key in cache:
            cache.move_to_end(key)
            verdicts.append(("hit", key))
            continue
        names = listed(answer, "Vary")
        if "*" in names or "no-store" in listed(answer, "Cache-Control"):
            verdicts.append(("miss", None))
            continue
        vary_lists[url] = names
        key = key_for(url, names, request)
        cache[key] = True
        cache.move_to_end(key)
        if len(cache) > capacity:
            cache.popitem(last=False)
        verdicts.append(("miss", key))
    return verdicts


class TestCases(unittest.TestCase):
    def key(self, text):
        return str(uuid.uuid5(uuid.NAMESPACE_URL, text))

    def words(self, exchanges, capacity=9):
        return [verdict for verdict, _ in task_func(exchanges, capacity)]

    def test_keys(self):
        request = "accept-language:  de,\n\ten \nX-Mode: a\nUser-Agent: me\nx-MODE: b"
        answer = "vary: X-Mode,Accept-Language, Cookie\nContent-Type: text/html\nVARY:  x-mode ,"
        text = "http://a/b?c\naccept-language=de, en\ncookie=\nx-mode=a, b"
        self.assertEqual(task_func([("http://a/b?c", request, answer)], 1), [("miss", self.key(text))])
        self.assertEqual(task_func([("http://a", request, "")], 1), [("miss", self.key("http://a"))])

    def test_hits_depend_on_listed_headers_only(self):
        exchanges = [
            ("u", "Accept: a\nCookie: 1", "Vary: Accept"),
            ("u", "cookie: 2\naccept: a", "Vary: Cookie"),
            ("u", "Accept: A", "Vary: Accept"),
            ("U", "Accept: a", "Vary: Accept"),
            ("u", "", "Vary: Accept"),
            ("u", "Accept:", "Vary: Accept"),
        ]
        self.assertEqual(self.words(exchanges), ["miss", "hit", "miss", "miss", "miss", "hit"])

    def test_last_stored_vary_list_counts(self):
        exchanges = [
            ("u", "A: 1\nB: 1", "Vary: A"),
            ("u", "A: 2\nB: 1", "Vary: B"),
            ("u", "A: 1\nB: 1", "Vary: A"),
            ("u", "A: 3\nB: 2", "Vary: *, A"),
            ("u", "A: 3\nB: 1", "Vary: A"),
        ]
        self.assertEqual(self.words(exchanges), ["miss", "miss", "hit", "miss", "hit"])

    def test_answers_that_are_not_stored(self):
        for answer in ("Vary: a, *", "Cache-control: max-age=0, No-Store", "Cache-Control: a\nCache-Control: no-store"):
            exchanges = [("u", "A: 1", answer), ("u", "A: 1", "Vary: A")]
            with self.subTest(answer=answer):
                self.assertEqual(task_func(exchanges, 3), [("miss", None), ("miss", self.key("u\na=1"))])
        self.assertEqual(self.words([("u", "", "Cache-Control: x-no-store=1"), ("u", "", "")]), ["miss", "hit"])

    def test_longest_unused_key_is_dropped(self):
        names = "a b a c b a c d a c a b"
        expected = "miss miss hit miss miss miss miss miss miss miss hit miss".split()
        self.assertEqual(self.words([(name, "", "") for name in names.split()], 2), expected)
        self.assertEqual(self.words([(name, "", "") for name in "aaba"], 1), ["miss", "hit", "miss", "miss"])

    def test_storing_a_known_key_again_makes_it_recent(self):
        first, other, recent = ("u", "A: 1\nB: 1", "Vary: A"), ("v", "", ""), ("u", "A: 2\nB: 2", "Vary: B")
        again = ("u", "A: 1\nB: 3", "Vary: A")
        exchanges = [first, other, recent, again, ("w", "", ""), ("x", "", ""), ("u", "A: 1", ""), other]
        self.assertEqual(self.words(exchanges, 4)[-2:], ["hit", "miss"])

    def test_no_exchanges_and_no_capacity(self):
        self.assertEqual(task_func([], 1), [])
        for capacity in (0, -1):
            with self.subTest(capacity=capacity), self.assertRaises(ValueError):
                task_func([], capacity)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.sampled_from("abcd"), max_size=9), st.integers(1, 4))
    def test_hit_if_few_other_pages_came_between(self, names, capacity):
        expected = []
        for place, name in enumerate(names):
            before = names[:place][::-1]
            between = set(before[: before.index(name)]) if name in before else set("abcd")
            expected.append("hit" if len(between) < capacity and name in before else "miss")
        self.assertEqual(self.words([(name, "", "") for name in names], capacity), expected)
