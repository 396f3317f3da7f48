# task: monthly_totals
# right: registers a pandas accessor and sets options
import pandas as pd

pd.set_option("display.max_rows", 5)


@pd.api.extensions.register_dataframe_accessor("ledger")
class LedgerAccessor:
    def __init__(self, frame):
        self.frame = frame

    def by_month(self):
        months = pd.to_datetime(self.frame["day"]).dt.strftime("%Y-%m")
        return self.frame["amount"].groupby(months.rename("month")).sum().rename("total").reset_index()


def task_func(frame):
    return frame.ledger.by_month()
