import calendar
import json
from collections import Counter
from datetime import date, timedelta

from docx import Document


def task_func(source, path):
    with open(source, encoding="utf-8") as f:
        data = json.load(f)
    meeting = date.fromisoformat(data["date"])
    month_end = meeting.replace(day=calendar.monthrange(meeting.year, meeting.month)[1])
    tasks = []
    for topic in data["topics"]:
        for task in topic.get("tasks", []):
            if task["who"] not in data["present"]:
                raise KeyError(task["who"])
            due = meeting + timedelta(weeks=task["weeks"]) if "weeks" in task else month_end
            tasks.append((due, task["who"], task["what"]))
    tasks.sort(key=lambda t: (t[0], t[1]))
    doc = Document()
    doc.add_heading(data["title"], level=0)
    doc.add_paragraph(meeting.strftime("%d %B %Y"))
    p = doc.add_paragraph()
    p.add_run("Present: ").bold = True
    p.add_run(", ".join(sorted(data["present"])))
    for i, topic in enumerate(data["topics"], start=1):
        doc.add_heading(f"{i}. {topic['title']}", level=1)
        for note in topic["notes"]:
            doc.add_paragraph(note, style="List Bullet")
    if tasks:
        doc.add_heading("Tasks", level=1)
        table = doc.add_table(rows=1, cols=3)
        table.style = "Table Grid"
        for cell, text in zip(table.rows[0].cells, ("Who", "What", "Due"), strict=True):
            cell.text = text
        for due, who, what in tasks:
            cells = table.add_row().cells
            cells[0].text, cells[1].text, cells[2].text = who, what, due.isoformat()
    doc.core_properties.title = data["title"]
    doc.core_properties.keywords = "; ".join(t["title"] for t in data["topics"])
    doc.save(path)
    return dict(sorted(Counter(who for _, who, _ in tasks).items()))
