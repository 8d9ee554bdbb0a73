"""The shipped catalogue: complete enough to work with, and honest about what nobody has confirmed."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gandan.catalog.parts import AGENCY_PARTS, components_from, stages_from, steps_from
from gandan.core.vietnamese import fold

Record = dict[str, Any]

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = ROOT / "gandan" / "catalog" / "data" / "procedures"
PUBLISHED = ROOT.parent / "shared" / "data"
FACTS = {
    "code",
    "name",
    "short_name",
    "field",
    "issuer",
    "decision_no",
    "handled_by",
    "summary",
    "aliases",
    "channels",
    "results",
    "applicant",
    "components",
    "not_needed",
    "limits",
    "fees",
    "legal_basis",
    "on_the_spot",
    "route",
    "form",
}
UNITS = {"working_day", "day", "working_hour", "half_day", "month", "same_day"}
HALF_DAYS = {"working_day": 2, "half_day": 1, "same_day": 2}
CHANNELS = {"counter", "online", "post"}
ADDED_BY_THE_ENGINE = {"applicant_name", "phone", "email", "applicant_id_number"}
# Newer than the portal snapshot: named by the city's Quyết định 3582/QĐ-UBND, which replaces the older bundles.
AFTER_THE_SNAPSHOT = {"2.002913": "Liên thông điện tử: đăng ký khai tử"}
# Levels and offices abolished on 1 July 2025; whole words, for “chuyện” holds “huyện”.
ABOLISHED = re.compile(
    r"\b(huyện|thị trấn|phòng tư pháp|phòng giáo dục và đào tạo|phòng tài nguyên|sở lao động)\b|lđtb.?xh\b", re.I
)
PLACEHOLDER = re.compile(r"chưa (đối chiếu|rõ|thống nhất)")


def _shipped() -> list[Record]:
    return [record for path in sorted(SHIPPED.glob("*.json")) for record in json.loads(path.read_text("utf-8"))]


def _official_names() -> dict[str, str]:
    with (PUBLISHED / "catalog_national.csv").open(encoding="utf-8-sig", newline="") as rows:
        names = {row[0]: row[1] for row in csv.reader(rows)}
    for line in (PUBLISHED / "procedures.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        names[record["code"]] = record["name"]
    return names


CATALOGUE = _shipped()
each = pytest.mark.parametrize("record", CATALOGUE, ids=[record["code"] for record in CATALOGUE])


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _critical_path(record: Record) -> int:
    """Half-day sessions of the route when nothing waits: the slowest leg of each stage."""
    return sum(max(leg.half_days for leg in stage) for stage in stages_from(record["route"]))


def test_there_are_enough_and_no_code_twice() -> None:
    codes = Counter(record["code"] for record in CATALOGUE)
    assert len(codes) >= 64
    assert max(codes.values()) == 1


def test_codes_and_names_are_the_published_ones() -> None:
    names = _official_names() | AFTER_THE_SNAPSHOT
    for record in CATALOGUE:
        official = " ".join(unicodedata.normalize("NFC", names[record["code"]]).split())
        assert record["name"].startswith(official)


def test_everyday_names_belong_to_one_procedure() -> None:
    owners: dict[str, str] = {}
    for record in CATALOGUE:
        for alias in {fold(alias) for alias in record["aliases"]}:
            assert owners.setdefault(alias, record["code"]) == record["code"], alias


@each
def test_every_fact_has_its_place(record: Record) -> None:
    assert set(record) == FACTS
    for key in ("name", "short_name", "field", "issuer", "handled_by", "summary", "applicant"):
        assert record[key].strip(), key
    assert len(record["short_name"]) <= 60
    assert 4 <= len({fold(alias) for alias in record["aliases"]}) == len(record["aliases"]) <= 10
    assert record["channels"]
    assert set(record["channels"]) <= CHANNELS
    assert record["components"]
    assert record["limits"]
    assert record["fees"]
    assert record["results"]
    assert all(result["name"] for result in record["results"])
    assert record["legal_basis"]
    assert all(law["title"] and law["code"] for law in record["legal_basis"])


@each
def test_words_are_clean(record: Record) -> None:
    for text in _texts(record):
        assert unicodedata.is_normalized("NFC", text)
        assert text == text.strip()
        assert "  " not in text
    own_words = [record["summary"], record["short_name"], *_texts(record["components"]), *_texts(record["limits"])]
    own_words += [*_texts(record["fees"]), *_texts(record["form"]), *_texts(record["route"]), *record["not_needed"]]
    for text in own_words:
        assert not ABOLISHED.search(text) or "TT-BLĐTBXH" in text or "QĐ-LĐTBXH" in text, text
        assert "!" not in text


@each
def test_papers_are_told_apart(record: Record) -> None:
    papers = components_from(record["components"])
    assert len({paper.key for paper in papers}) == len(papers)
    assert any(paper.group == "always" for paper in papers)
    for paper in papers:
        assert (paper.group == "when") == bool(paper.when)
        assert paper.originals or paper.copies


@each
def test_limits_name_their_unit_and_source(record: Record) -> None:
    usual = [limit for limit in record["limits"] if not limit["case"]]
    assert [limit["kind"] for limit in usual].count("statutory") == 1
    for limit in record["limits"]:
        assert limit["kind"] in ("statutory", "promised")
        assert limit["unit"] in UNITS
        assert limit["count"] >= 1
        assert (limit["unit"] == "same_day") == ("cutoff" in limit)
        assert len(limit["case"]) <= 200


@each
def test_fees_never_guess(record: Record) -> None:
    covered: set[str] = set()
    for fee in record["fees"]:
        covered |= set(fee["channels"])
        assert fee["unit"]
        assert set(fee["channels"]) <= CHANNELS
        assert len(fee["case"]) <= 200
        assert fee["amount"] is None or fee["amount"] >= 0
        assert not (fee["verified"] and fee["amount"] is None)
        if "tiers" in fee:
            assert fee["tiers"][0][1] == fee["amount"]
            assert fee["tiers"][-1][0] is None
    assert set(record["channels"]) <= covered, "a channel without any word about its fee"


@each
def test_confirmed_facts_say_where_they_were_read(record: Record) -> None:
    for fact in [*record["limits"], *record["fees"]]:
        assert len(fact["citation"]) <= 300
        assert len(fact["source"]) <= 300
        if fact["verified"]:
            assert fact["citation"]
            assert fact["source"]
            assert date.fromisoformat(fact["source_on"]) <= date(2026, 11, 22)
            assert not PLACEHOLDER.search(fact["source"])


@each
def test_placeholders_of_the_portal_are_no_promise(record: Record) -> None:
    """The portal stores “1 ngày” and “Miễn phí” where it has no value: such a claim alone confirms nothing."""
    for fee in record["fees"]:
        if "ghi miễn phí" in fee["source"]:
            assert not fee["verified"]
    for limit in record["limits"]:
        if "đơn vị chưa rõ" in limit["source"]:
            assert not limit["verified"]


@each
def test_route_fits_the_time_the_citizen_is_told(record: Record) -> None:
    stages = stages_from(record["route"])
    assert stages
    assert all(stages)
    keys = [leg.key for stage in stages for leg in stage]
    assert len(set(keys)) == len(keys)
    for stage in stages:
        for leg in stage:
            assert leg.agency in AGENCY_PARTS
            assert leg.half_days >= 1
            assert leg.role in ("specialist", "leader", "reception")
    for limit in record["limits"]:
        if not limit["case"] and limit["unit"] in HALF_DAYS:
            assert _critical_path(record) <= limit["count"] * HALF_DAYS[limit["unit"]]


@each
def test_declaration_can_be_filled(record: Record) -> None:
    steps = steps_from(record["form"]["steps"])
    assert 1 <= len(steps) <= 3
    fields = [field for step in steps for field in step.fields]
    keys = [field.key for field in fields]
    assert len(set(keys)) == len(keys)
    assert not set(keys) & ADDED_BY_THE_ENGINE
    choices = {field.key: {value for value, _ in field.options} for field in fields}
    for field in fields:
        assert field.label
        assert re.fullmatch(r"[a-z][a-z0-9_]*", field.key)
        assert field.known in ("", "population")
        if field.show_if:
            assert field.show_if.equals in choices[field.show_if.field]


def test_taxed_land_work_waits_for_the_payment() -> None:
    paying = {
        record["code"]
        for record in CATALOGUE
        for stage in stages_from(record["route"])
        if any(leg.pays for leg in stage)
    }
    assert {"1.115619", "1.115620", "1.115614", "1.115642", "1.115645"} <= paying


def test_birth_bundle_follows_the_published_model() -> None:
    bundle = next(record for record in CATALOGUE if record["code"] == "2.000986")
    budgets = [{leg.agency: leg.half_days for leg in stage} for stage in stages_from(bundle["route"])]
    assert budgets == [{"commune": 3}, {"bhxh": 3, "cong_an": 12}, {"center": 2}]
    told = {(limit["kind"], limit["count"]) for limit in bundle["limits"] if not limit["case"]}
    assert told == {("statutory", 20), ("promised", 10)}
