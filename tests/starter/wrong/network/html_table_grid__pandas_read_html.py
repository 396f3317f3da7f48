import io


def task_func(html, index=0):
    tables = pd.read_html(io.StringIO(html), header=None)
    frame = tables[index].fillna("")
    return frame.to_csv(index=False, header=False, lineterminator="\n")
