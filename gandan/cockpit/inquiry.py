"""What an address of a measure's page asks: which period, grouped how, narrowed to what. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from gandan.dossiers.measures import has_dossiers_behind
from gandan.measures.measure import Measure
from gandan.measures.periods import CHOICES, Period, chosen, month_of
from gandan.measures.scope import Scope

GROUPINGS = {
    "linh-vuc": ("field", "Lĩnh vực"),
    "thu-tuc": ("procedure", "Thủ tục"),
    "kenh": ("channel", "Kênh nộp"),
    "ngay": ("day", "Ngày"),
    "thang": ("month", "Tháng"),
    "don-vi": ("agency", "Đơn vị"),
    "co-quan": ("holder", "Cơ quan giữ bước"),
}
"""Word of the address → grouping of the measure, its name on screen."""
NARROWING = {"linh-vuc": "chi-linh-vuc", "thu-tuc": "chi-thu-tuc", "kenh": "chi-kenh"}


@dataclass(frozen=True)
class Inquiry:
    measure: Measure
    period: Period
    grouping: str
    procedure: str = ""
    field: str = ""
    channel: str = ""
    ky: str = ""

    @classmethod
    def of(cls, measure: Measure, query: Mapping[str, str], today: date) -> Inquiry:
        """Raises RuleBroken for days that are no period; unknown words fall back to the usual page."""
        grouping = query.get("theo", "")
        return cls(
            measure, chosen(query, today), grouping if grouping in cls.offered(measure) else cls.offered(measure)[0],
            query.get("chi-thu-tuc", ""), query.get("chi-linh-vuc", ""), query.get("chi-kenh", ""), query.get("ky", ""),
        )  # fmt: skip

    @staticmethod
    def offered(measure: Measure) -> list[str]:
        """Words of the groupings this measure knows, the most telling first."""
        known = [word for word, (by, _) in GROUPINGS.items() if by in ("day", "month") or by in measure.of.keys]
        return sorted(known, key=lambda word: word != "co-quan")

    @property
    def is_of_dossiers(self) -> bool:
        """Behind the figure stand dossiers, not tasks or other things."""
        return has_dossiers_behind(self.measure)

    @property
    def by(self) -> str:
        return GROUPINGS[self.grouping][0]

    @property
    def by_label(self) -> str:
        return GROUPINGS[self.grouping][1]

    def scope(self, agencies: Sequence[int], now: datetime) -> Scope:
        return Scope(
            tuple(agencies), self.period.start, self.period.end, now, self.procedure, self.field, self.channel
        )  # fmt: skip

    def address(self, **changes: str) -> str:
        """The query string of this inquiry with changes, by the words of the address."""
        kept = {
            "tu": f"{self.period.start}", "den": f"{self.period.end}", "theo": self.grouping,
            "chi-thu-tuc": self.procedure, "chi-linh-vuc": self.field, "chi-kenh": self.channel,
        }  # fmt: skip
        if self.ky in CHOICES and not {"tu", "den"} & set(changes):
            kept |= {"ky": self.ky, "tu": "", "den": ""}
        told = {word: value for word, value in {**kept, **changes}.items() if value}
        return f"?{urlencode(told)}"

    def within(self, key: str) -> str:
        """The address of the rows of one group."""
        if word := NARROWING.get(self.grouping):
            return self.address(**{word: key})
        if self.by in ("day", "month"):
            day = date.fromisoformat(key)
            period = Period(day, day, "") if self.by == "day" else month_of(day)
            return self.address(tu=f"{max(period.start, self.period.start)}", den=f"{min(period.end, self.period.end)}")
        return ""
