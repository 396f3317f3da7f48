import csv
import io
import re
import string
import textwrap
import unittest
from email.message import EmailMessage


def task_func(template, csv_text, sender, width=72):
    """Fill in a letter for each row of a table and make e-mail messages of them.

    The first line of the template is the subject, the rest is the body. Placeholders are written %name or %{name}, name
    being a column of the CSV text and consisting of ASCII letters, digits and underscores; %% stands for a percent
    sign. After a row's values are filled in, each run of whitespace in the subject becomes one blank. The body's
    paragraphs are the parts between lines that are empty or blank; each of them is wrapped anew, as one text without
    line breaks and with single blanks between words, to lines of at most width characters. Words are never broken, not
    even at hyphens. The paragraphs of the message are separated by one empty line, and the last one ends with a line
    break. The column email holds the recipient. A row in which it, or a column whose placeholder the template uses, is
    empty or blank gets no message.

    Parameters:
    - template (str): subject and body.
    - csv_text (str): the table with a header.
    - sender (str): the address for the From header.
    - width (int): the length of lines, 72 by default.

    Returns:
    - tuple: the messages, a list of email.message.EmailMessage with the headers From, To and Subject and the body as
      plain text, in the order of the rows; and the numbers of the rows left out (list of int), the first row below the
      header being 1.

    Raises:
    - ValueError: if the table has no column email, the template uses a placeholder that is not a column, or it has a %
      that begins neither a placeholder nor %%; even if there are no rows.

    Requirements:
    - csv
    - email.message
    - io
    - re
    - string
    - textwrap

    Example:
    >>> letter = "Hello %name\\n\\nYou won\\n%{prize}s!"
    >>> messages, left_out = task_func(letter, "email,name,prize\\na@x.org,Ann,100\\nb@x.org,Bob,", "me@x.org")
    >>> messages[0]["Subject"], messages[0].get_content(), left_out
    ('Hello Ann', 'You won 100s!\\n', [2])
    """

    class Letter(string.Template):
        delimiter = "%"

    reader = csv.DictReader(io.StringIO(csv_text))
    rows, columns = list(reader), reader.fieldnames or []
    needed = {"email"}
    for match in Letter.pattern.finditer(template):
        if match["escaped"] is None:
            needed.add(match["named"] or match["braced"])
    if not needed <= set(columns):
        raise ValueError("the template and the columns do not fit")

    messages, left_out = [], []
    for number, row in enumerate(rows, start=1):
        if not all(row[column].strip() for column in needed):
            left_out.append(number)
            continue
        subject, _, body = Letter(template).substitute(row).partition("\n")
        wrapper = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
        paragraphs = [wrapper.fill(" ".join(part.split())) for part in re.split(r"\n\s*\n", body.strip())]
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = sender, row["email"], " ".join(subject.split())
        message.set_content("\n\n".join(paragraphs) + "\n")
        messages.append(message)
    return messages, left_out


class TestCases(unittest.TestCase):
    def test_headers_and_order(self):
        table = "name,email\nAnn,a@x.org\nBob,b@x.org\n"
        messages, left_out = task_func("Dear  %name,\twelcome\nHi", table, "Team <team@x.org>")
        self.assertTrue(all(isinstance(message, EmailMessage) for message in messages))
        headers = [(message["From"], message["To"], message["Subject"]) for message in messages]
        expected = [
            ("Team <team@x.org>", "a@x.org", "Dear Ann, welcome"),
            ("Team <team@x.org>", "b@x.org", "Dear Bob, welcome"),
        ]
        self.assertEqual((headers, left_out), (expected, []))
        self.assertEqual(messages[1].get_content_type(), "text/plain")
        self.assertEqual(messages[1].get_content(), "Hi\n")

    def test_placeholders(self):
        table = "email,first_name,Amount2\na@x.org,Zoë,7\n"
        template = "%first_name's %{Amount2}%% (%email)\n100%% of %{first_name}Amount2, $first_name"
        (message,), _ = task_func(template, table, "s@x.org")
        self.assertEqual(message["Subject"], "Zoë's 7% (a@x.org)")
        self.assertEqual(message.get_content(), "100% of ZoëAmount2, $first_name\n")

    def test_paragraphs_are_wrapped_after_filling_in(self):
        table = 'email,text,word\na@x.org,"one two\nthree  four",well-known-pair\n'
        template = "S\n\n\n%text five\nsix\n \t\nseven\teight %word\n\n\n\nnine\n"
        (message,), _ = task_func(template, table, "s@x.org", 13)
        expected = "one two three\nfour five six\n\nseven eight\nwell-known-pair\n\nnine\n"
        self.assertEqual(message.get_content(), expected)

    def test_default_width(self):
        for last, lengths in (("ninechars", [72, 1]), ("ten-chars.", [62, 12])):
            (message,), _ = task_func("S\n" + "eight-ch " * 7 + last + " x", "email\na@x.org", "s@x.org")
            self.assertEqual([len(line) for line in message.get_content().splitlines()], lengths)

    def test_long_words_stay_whole(self):
        (message,), _ = task_func("S\na bbbbbbbb c", "email\na@x.org", "s@x.org", 4)
        self.assertEqual(message.get_content(), "a\nbbbbbbbb\nc\n")

    def test_incomplete_rows(self):
        table = "email,name,note\na@x.org,,x\n ,Bob,x\nc@x.org,Cy,\nd@x.org, ,x\n,Eve,x\n"
        messages, left_out = task_func("Hi\n%name", table, "s@x.org")
        self.assertEqual(([message["To"] for message in messages], left_out), (["c@x.org"], [1, 2, 4, 5]))

    def test_no_rows(self):
        self.assertEqual(task_func("Hi %name\n", "email,name\n", "s@x.org"), ([], []))

    def test_templates_that_do_not_fit(self):
        table = "email,name\n"
        for template in ("Hi\n%other", "Hi %{Name}\n", "Hi\n5 % off", "Hi\n%{na me}", "Hi\n100%"):
            with self.subTest(template=template), self.assertRaises(ValueError):
                task_func(template, table, "s@x.org")
        for table in ("name\n", "Email,name\na@x.org,b\n", ""):
            with self.subTest(table=table), self.assertRaises(ValueError):
                task_func("Hi\n", table, "s@x.org")
