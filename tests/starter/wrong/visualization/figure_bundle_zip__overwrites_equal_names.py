import io
import json
import re
import zipfile

import matplotlib.pyplot as plt


def task_func(table, group, x, y, dpi=50):
    if len(table) == 0:
        raise ValueError("The table is empty")
    low, high = float(table[y].min()), float(table[y].max())
    margin = 0.05 * (high - low) if high > low else 1.0
    ylim = [low - margin, high + margin]
    charts = []
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(table[group].unique()):
            part = table[table[group] == name].sort_values(x)
            slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
            filename = (slug or "chart") + ".png"
            fig, ax = plt.subplots(figsize=(4, 3))
            ax.plot(part[x], part[y], "o-")
            ax.set_title(name)
            ax.set_xlabel(x)
            ax.set_ylabel(y)
            ax.set_ylim(ylim)
            png = io.BytesIO()
            fig.savefig(png, format="png", dpi=dpi)
            plt.close(fig)
            archive.writestr(filename, png.getvalue())
            charts.append(
                {"group": name, "file": filename, "points": len(part),
                 "x": [float(part[x].min()), float(part[x].max())]}
            )
        manifest = {"columns": [x, y], "ylim": ylim, "charts": charts}
        archive.writestr("manifest.json", json.dumps(manifest, indent=2, ensure_ascii=False).encode("utf-8"))
    return buffer.getvalue()
