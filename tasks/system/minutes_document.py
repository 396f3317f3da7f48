import json
import tempfile
import unittest
from datetime import date
from pathlib import Path

from dateutil.relativedelta import relativedelta
from docx import Document


def task_func(source, path):
    """Turn the JSON record of a meeting into a Word document.

    The record is an object with 'title', 'date' (YYYY-MM-DD), 'present' (list of names), 'topics' (list of objects with
    'title', 'notes' (list of texts) and, optionally, 'tasks': objects with 'who', 'what' and 'weeks').

    The document has, in this order: the title as a heading of level 0; a paragraph '31 January 2030' with the date in
    English (no leading zero); a paragraph 'Present: ' with the names sorted without regard to case and joined by ', ',
    of which only 'Present: ' is bold; for each topic a heading of level 1, 'N. title', numbered from 1, and its notes
    as paragraphs in the style List Bullet; if there are any tasks, a heading 'Tasks' of level 1 and a table in the
    style Table Grid with the header row Who, What, Due and one row per task: the tasks of all topics, sorted by the due
    date, then by who, otherwise in the order of the record. A task is due its number of weeks after the meeting; if
    'weeks' is missing, on the last day of the month in which the meeting takes place. Due dates are written as
    YYYY-MM-DD. The core properties of the document get the title and, as keywords, the topics' titles joined by '; '.

    Parameters:
    - source (str or Path): the JSON file (UTF-8).
    - path (str or Path): the .docx file to write.

    Returns:
    - dict: from each name in the tasks, sorted, to the number of tasks.

    Raises:
    - KeyError: if the task of a topic is for somebody who is not present; the key is the name. The document is not
      written then.

    Requirements:
    - datetime
    - dateutil.relativedelta
    - docx
    - json
    - pathlib

    Example:
    >>> _ = Path("m.json").write_text('{"title": "T", "date": "2030-01-31", "present": [], "topics": []}')
    >>> task_func("m.json", "m.docx")
    {}
    """
    record = json.loads(Path(source).read_bytes())
    day = date.fromisoformat(record["date"])
    tasks = []
    for topic in record["topics"]:
        for task in topic.get("tasks", []):
            if task["who"] not in record["present"]:
                raise KeyError(task["who"])
            due = day + (relativedelta(weeks=task["weeks"]) if "weeks" in task else relativedelta(day=31))
            tasks.append((due.isoformat(), task["who"], task["what"]))
    document = Document()
    document.add_heading(record["title"], 0)
    document.add_paragraph(f"{day.day} {day:%B %Y}")
    present = document.add_paragraph()
    present.add_run("Present: ").bold = True
    present.add_run(", ".join(sorted(record["present"], key=str.lower)))
    for number, topic in enumerate(record["topics"], 1):
        document.add_heading(f"{number}. {topic['title']}", 1)
        for note in topic["notes"]:
            document.add_paragraph(note, style="List Bullet")
    if tasks:
        document.add_heading("Tasks", 1)
        table = document.add_table(1, 3, style="Table Grid")
        rows = [("Who", "What", "Due"), *[(who, what, due) for due, who, what in sorted(tasks, key=lambda t: t[:2])]]
        for index, row in enumerate(rows):
            cells = table.rows[0].cells if index == 0 else table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
    document.core_properties.title = record["title"]
    document.core_properties.keywords = "; ".join(topic["title"] for topic in record["topics"])
    document.save(path)
    names = sorted(who for _, who, _ in tasks)
    return {name: names.count(name) for name in names}


class TestCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.source, self.path = Path(folder.name, "m.json"), Path(folder.name, "m.docx")

    def topic(self, title, *notes, **more):
        return {"title": title, "notes": list(notes), **more}

    def task(self, who, what, **more):
        return {"who": who, "what": what, **more}

    def write(self, *topics, **changes):
        record = {"title": "Jour fixe", "date": "2030-02-05", "present": ["bob", "Eve", "Änne", "Al"], "topics": topics}
        self.source.write_text(json.dumps({**record, **changes}, ensure_ascii=False), encoding="utf-8")
        result = task_func(str(self.source), self.path)
        document = Document(self.path)
        return result, document, [(p.style.name, p.text) for p in document.paragraphs]

    def test_paragraphs(self):
        result, document, found = self.write(self.topic("Budget", "too high", "1 & 2"), self.topic("Other"))
        expected = [
            ("Title", "Jour fixe"),
            ("Normal", "5 February 2030"),
            ("Normal", "Present: Al, bob, Eve, Änne"),
            ("Heading 1", "1. Budget"),
            ("List Bullet", "too high"),
            ("List Bullet", "1 & 2"),
            ("Heading 1", "2. Other"),
        ]
        self.assertEqual((result, found, document.tables), ({}, expected, []))
        runs = [(run.text, bool(run.bold)) for run in document.paragraphs[2].runs]
        self.assertEqual(runs, [("Present: ", True), ("Al, bob, Eve, Änne", False)])

    def test_tasks(self):
        first = self.topic("A", tasks=[self.task("Eve", "late"), self.task("bob", "ask", weeks=2)])
        tasks = [self.task("Eve", "z", weeks=1), self.task("Al", "x", weeks=2), self.task("Eve", "a", weeks=1)]
        second = self.topic("B", "n", tasks=tasks)
        result, document, found = self.write(first, second)
        self.assertEqual(list(result.items()), [("Al", 1), ("Eve", 3), ("bob", 1)])
        self.assertEqual(found[-1], ("Heading 1", "Tasks"))
        (table,) = document.tables
        self.assertEqual(table.style.name, "Table Grid")
        expected = [
            ["Who", "What", "Due"],
            ["Eve", "z", "2030-02-12"],
            ["Eve", "a", "2030-02-12"],
            ["Al", "x", "2030-02-19"],
            ["bob", "ask", "2030-02-19"],
            ["Eve", "late", "2030-02-28"],
        ]
        self.assertEqual([[cell.text for cell in row.cells] for row in table.rows], expected)

    def test_due_dates(self):
        tasks = [self.task("Al", "x", weeks=52), self.task("bob", "y"), self.task("Eve", "z", weeks=0)]
        _, document, _ = self.write(self.topic("A", tasks=tasks), date="2028-02-28")
        due = [cell.text for cell in document.tables[0].columns[2].cells]
        self.assertEqual(due, ["Due", "2028-02-28", "2028-02-29", "2029-02-26"])

    def test_somebody_absent(self):
        with self.assertRaises(KeyError) as caught:
            self.write(self.topic("A", tasks=[self.task("Al", "x"), self.task("al", "y")]))
        self.assertEqual((caught.exception.args, self.path.exists()), (("al",), False))

    def test_properties(self):
        topics = [self.topic("One"), self.topic("Two", tasks=[])]
        _, document, found = self.write(*topics, title="Überblick", date="2030-11-30")
        properties = document.core_properties
        self.assertEqual((properties.title, properties.keywords), ("Überblick", "One; Two"))
        self.assertEqual(found[1][1], "30 November 2030")

    def test_empty_meeting(self):
        result, document, found = self.write(present=[])
        self.assertEqual((result, len(found), found[2]), ({}, 3, ("Normal", "Present: ")))
        self.assertEqual(document.core_properties.keywords, "")
