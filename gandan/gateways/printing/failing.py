"""What goes wrong when a receipt is printed."""


class PrinterFailed(Exception):
    """Nothing (or only a part) was printed. `is_out_of_paper`: somebody has to put paper in."""

    def __init__(self, reason: str, *, permanent: bool = False, is_out_of_paper: bool = False) -> None:
        super().__init__(reason)
        self.permanent = permanent
        self.is_out_of_paper = is_out_of_paper
