import matplotlib.pyplot as plt
import numpy as np
from bs4 import BeautifulSoup


def task_func(html, caption):
    soup = BeautifulSoup(html, "html.parser")
    for sup in soup.find_all("sup"):
        sup.decompose()
    table = next(
        (
            c.find_parent("table")
            for c in soup.find_all("caption")
            if " ".join(c.get_text().split()).lower() == caption.lower()
        ),
        None,
    )
    if table is None:
        raise ValueError(f"No table with caption {caption}")
    df = pd.read_html(StringIO(str(table)))[0]
    x_name = df.columns[0]
    for column in df.columns:
        text = df[column].astype(str).str.replace("\u2212", "-").str.replace(",", "").str.rstrip("%")
        df[column] = pd.to_numeric(text, errors="coerce")
    df = df.sort_values(x_name)
    fig, ax = plt.subplots()
    slopes = {}
    for column in df.columns[1:]:
        part = df[[x_name, column]].dropna()
        if len(part) < 2:
            continue
        slope, intercept = np.polyfit(part[x_name], part[column], 1)
        (line,) = ax.plot(part[x_name], part[column], marker="o", label=column)
        ends = part[x_name].iloc[[0, -1]]
        ax.plot(ends, intercept + slope * ends, linestyle="--", color=line.get_color(), label="_trend")
        slopes[column] = round(float(slope), 4)
    if not slopes:
        raise ValueError("No column to draw")
    ax.set_title(caption)
    ax.set_xlabel(x_name)
    ax.legend()
    return ax, slopes
