import json
from datetime import date

from dateutil.relativedelta import relativedelta
from docx import Document


def task_func(source, path):
    record = json.loads(open(source, encoding="utf-8").read())
    day = date.fromisoformat(record["date"])
    doc = Document()
    doc.styles["Normal"].font.size = Pt(11)
    doc.add_heading(record["title"], 0)
    doc.add_paragraph(f"{day.day} {day.strftime('%B %Y')}")
    paragraph = doc.add_paragraph()
    paragraph.add_run("Present: ").bold = True
    paragraph.add_run(", ".join(sorted(record["present"], key=str.casefold)))
    counts, rows = {}, []
    for i, topic in enumerate(record["topics"], 1):
        doc.add_heading(f"{i}. {topic['title']}", 1)
        for note in topic["notes"]:
            doc.add_paragraph(note, style="List Bullet")
        for task in topic.get("tasks", []):
            if task["who"] not in record["present"]:
                raise KeyError(task["who"])
            delta = relativedelta(weeks=task["weeks"]) if "weeks" in task else relativedelta(day=31)
            rows.append(((day + delta).isoformat(), task["who"], task["what"]))
            counts[task["who"]] = counts.get(task["who"], 0) + 1
    if rows:
        doc.add_heading("Tasks", 1)
        table = doc.add_table(rows=1, cols=3, style="Table Grid")
        for i, text in enumerate(("Who", "What", "Due")):
            table.rows[0].cells[i].text = text
        for due, who, what in sorted(rows, key=lambda r: r[:2]):
            for cell, text in zip(table.add_row().cells, (who, what, due), strict=True):
                cell.text = text
    doc.core_properties.title = record["title"]
    doc.save(path)
    return dict(sorted(counts.items()))
