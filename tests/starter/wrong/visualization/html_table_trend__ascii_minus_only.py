import re

import matplotlib.pyplot as plt
import numpy as np
from bs4 import BeautifulSoup


def task_func(html, caption):
    soup = BeautifulSoup(html, "html.parser")
    for sup in soup("sup"):
        sup.extract()
    table = None
    for candidate in soup.find_all("table"):
        if candidate.caption and " ".join(candidate.caption.text.split()).lower() == caption.lower():
            table = candidate
            break
    if table is None:
        raise ValueError("table not found")

    def parse(text):
        text = text.strip()
        if re.fullmatch(r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?", text):
            return float(text.replace(",", "").rstrip("%"))
        return None

    rows = [[cell.get_text().strip() for cell in tr.find_all(["td", "th"])] for tr in table.find_all("tr")]
    header, body = rows[0], rows[1:]
    body.sort(key=lambda row: parse(row[0]))
    fig, ax = plt.subplots()
    slopes = {}
    for i, name in enumerate(header[1:], start=1):
        points = [(parse(row[0]), parse(row[i])) for row in body if parse(row[i]) is not None]
        if len(points) < 2:
            continue
        x, y = np.array(points).T
        slope, intercept = np.polyfit(x, y, deg=1)
        (line,) = ax.plot(x, y, marker="o", label=name)
        ends = np.array([x[0], x[-1]])
        ax.plot(ends, slope * ends + intercept, "--", color=line.get_color(), label="_trend")
        slopes[name] = round(float(slope), 4)
    if not slopes:
        plt.close(fig)
        raise ValueError("no column to draw")
    ax.set_title(caption)
    ax.set_xlabel(header[0])
    ax.legend()
    return ax, slopes
