import io
import json
import re
import zipfile

import matplotlib.pyplot as plt


def task_func(table, group, x, y, dpi=50):
    if table.empty:
        raise ValueError("no data")
    spread = (table[y].max() - table[y].min()) * 0.05
    if spread == 0:
        spread = 1
    limits = [float(table[y].min() - spread), float(table[y].max() + spread)]
    used = set()
    manifest = {"columns": [x, y], "ylim": limits, "charts": []}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zf:
        for name, part in table.groupby(group, sort=True):
            base = re.sub("[^a-z0-9]+", "-", str(name).lower()).strip("-") or "chart"
            candidate, n = base, 2
            while candidate in used:
                candidate = f"{base}-{n}"
                n += 1
            used.add(candidate)
            part = part.sort_values(by=x)
            fig = plt.figure(figsize=(4, 3))
            ax = fig.add_subplot()
            ax.plot(part[x], part[y], marker="o")
            ax.set(title=name, xlabel=x, ylabel=y)
            image = io.BytesIO()
            fig.savefig(image, dpi=dpi, format="png")
            plt.close(fig)
            zf.writestr(f"{candidate}.png", image.getvalue())
            manifest["charts"].append(
                {
                    "group": name,
                    "file": f"{candidate}.png",
                    "points": int(len(part)),
                    "x": [float(part[x].iloc[0]), float(part[x].iloc[-1])],
                }
            )
        zf.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False, indent=2))
    return out.getvalue()
