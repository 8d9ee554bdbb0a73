"""The shipped models against the ledger of the source documents, the tree of units and the kinds of this installation."""

import csv
import re

import pytest
from django.conf import settings

from gandan.measures.registry import measure_named
from gandan.reforms.loading import Draft, Source, shipped
from gandan.reforms.models import Cost, Level, ReformKind
from gandan.reforms.packages import TEXT_KINDS, read
from gandan.reforms.workflow import IN_REGISTRY

SOURCES = {source.name: source for source in shipped()}
DRAFTS = [draft for source in shipped() for draft in source.drafts]
PACKAGED = [draft for draft in DRAFTS if draft.package]
LEDGER = settings.BASE_DIR.parent / "shared" / "spec" / "requirements.md"
NO_MODEL = {
    "S0.44": "publicity about models", "S0.47": "the box of ideas", "S1.77": "a criterion", "S3.3": "the three lists",
    "S4.1": "the yearly report", "S4.2": "documents of direction", "S4.21": "launches", "S4.24": "recognition dossiers",
    "S4.26": "the registry itself",
}  # fmt: skip


def top(source: str) -> list[Draft]:
    return [draft for draft in SOURCES[source].drafts if not draft.parent_code]


def rows_of(draft: Draft) -> set[str]:
    first, _, last = draft.row.partition("-")
    seed, start = first.split(".")
    return {f"{seed}.{number}" for number in range(int(start), int((last or first).split(".")[1]) + 1)}


@pytest.fixture(scope="module")
def ledger() -> dict[str, str]:
    if not LEDGER.exists():
        pytest.skip("the ledger is not beside this installation")
    return dict(re.findall(r"^#### (S\d\.\d+) · (.+)$", LEDGER.read_text(encoding="utf-8"), re.MULTILINE))


def test_every_model_of_the_ledger_is_shipped(ledger: dict[str, str]) -> None:
    covered = {row for draft in DRAFTS for row in rows_of(draft)}
    models = {row for row, title in ledger.items() if "[D]" in title and "mô hình" in title.lower()}
    assert covered <= set(ledger)
    assert models - covered - set(NO_MODEL) == set()


def test_the_counts_of_the_documents() -> None:
    assert len(top("hai-phong-2025")) == 13
    assert len({draft.owner_code for draft in top("hai-phong-2025")}) == 7
    assert len(top("sa-dec-2023")) == 5
    assert len([draft for draft in top("tan-binh-2019") if draft.facts["kind"] == ReformKind.MODEL]) == 18
    assert len([draft for draft in SOURCES["tan-binh-2019"].drafts if draft.parent_code]) == 3
    assert [draft.facts["year"] for draft in top("nga-bay-2020")].count(2019) == 3
    assert [draft.facts["year"] for draft in top("nga-bay-2020")].count(2020) == 6


def test_the_mandatory_models_of_tan_binh() -> None:
    noted = [
        draft.code
        for draft in DRAFTS
        if any("phải tập trung nhân rộng" in one.get("note", "") for one in draft.documents)
    ]
    assert len(noted) == 4


def test_owners_of_today_stand_in_the_tree() -> None:
    with (settings.BASE_DIR / "gandan" / "places" / "data" / "units.csv").open(encoding="utf-8") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(file)}
    owned = {draft.owner_code: draft.facts["owner_name"] for draft in DRAFTS if draft.owner_code}
    assert owned == {code: names[code] for code in owned}
    assert {"11593", "11617", "10543", "11779", "11791", "11407", "11446"} <= set(owned)


def test_who_left_the_tree_keeps_name_and_place() -> None:
    former = [draft for draft in DRAFTS if not draft.owner_code]
    assert all(draft.facts["owner_name"] and draft.facts["owner_place"] for draft in former)


def test_codes_are_unique_and_parents_exist() -> None:
    codes = [draft.code for draft in DRAFTS]
    assert len(codes) == len(set(codes))
    assert {draft.parent_code for draft in DRAFTS if draft.parent_code} <= set(codes)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.code)
def test_facts_are_whole(draft: Draft) -> None:
    assert draft.facts["summary"]
    assert draft.facts["field"]
    assert draft.facts["source"]
    assert draft.facts["kind"] in ReformKind.values
    assert draft.facts["cost"] in Cost.values
    assert draft.decision["status"] in IN_REGISTRY
    assert draft.decision["level"] in ("", *Level.values)
    assert draft.package or draft.needs, "say what kind of programme it will need"
    assert len(draft.needs) <= 300


@pytest.mark.parametrize("draft", PACKAGED, ids=lambda draft: draft.code)
def test_packages_are_read_and_measured(draft: Draft) -> None:
    package = read(draft.package)
    assert package.programmes
    assert {text.kind for text in package.texts} >= {"regulation", "notice", "post"}
    assert all(text.kind in TEXT_KINDS for text in package.texts)
    assert package.roles
    for name in (*package.measures, *(one.measure for one in package.thresholds)):
        measure_named(name)


def total_and_parts(source: Source, series: str) -> tuple[float, list[float | None]]:
    rows = [row for draft in source.drafts for row in draft.declared if row["series"] == series]
    whole = next(row["value"] for row in rows if not row.get("unit_name"))
    return whole, [row["value"] for row in rows if row.get("unit_name")]


def test_the_figures_of_nga_bay() -> None:
    source = SOURCES["nga-bay-2020"]
    assert total_and_parts(source, "received_on_time") == (278, [79, 40, 75, 55, 16, 13])
    written, parts = total_and_parts(source, "written_for")
    assert (written, parts) == (727, [178, 80, 204, 15, 188, 62, None])
    values = {(row["series"], row.get("unit_name", "")): row for draft in source.drafts for row in draft.declared}
    assert values["files", ""]["value"] == 1285
    assert values["people_served", ""]["value"] in (170, 100)
    assert (values["early_rate", ""]["value"], values["early_rate", ""]["of_value"]) == (587, 845)
    assert values["early_rate", ""]["declared"] == "69,4%"
    assert values["citizens_satisfied", "Phường Hiệp Lợi"]["value"] == 97
    assert values["citizens_good", "Phường Ngã Bảy"]["value"] == 28


def test_the_launches_of_nga_bay() -> None:
    launches = {draft.code: draft.launches for draft in SOURCES["nga-bay-2020"].drafts if draft.launches}
    assert {one["on"] for one in launches["ho-tro-qua-zalo-hiep-thanh"]} == {"2020-09-18", None}
    assert [one["value"] for one in launches["ho-tro-qua-zalo-hiep-thanh"][-1]["figures"]] == [185, 250, 3]
    assert launches["ba-hon-lai-hieu"][0]["on"] == "2020-10-03"
