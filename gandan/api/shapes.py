"""The shapes of answers. Moments are ISO 8601 text with the offset of Việt Nam (+07:00), money is whole đồng."""

from typing import Annotated, Any

from ninja import Schema
from pydantic import WithJsonSchema

Moment = Annotated[str, WithJsonSchema({"type": "string", "format": "date-time"})]


class ProcedureBrief(Schema):
    code: str
    name: str


class ProcedureItem(ProcedureBrief):
    """`name` is the official name, `short_name` what people read on screen."""

    short_name: str
    field: str


class Procedures(Schema):
    items: list[ProcedureItem]
    total: int


class LimitOut(Schema):
    """`unit` is never turned into another; unconfirmed limits are not promises."""

    kind: str
    case: str
    count: int
    unit: str
    is_verified: bool
    citation: str


class FeeOut(Schema):
    """`amount` is null when nobody confirmed it: never read it as free."""

    case: str
    channels: list[str]
    amount: int | None
    unit: str
    is_verified: bool
    citation: str


class ComponentOut(Schema):
    key: str
    name: str
    originals: int
    copies: int
    is_required: bool
    when: str


class FormFieldOut(Schema):
    key: str
    label: str
    type: str
    required: bool
    options: list[list[str]]


class FormStepOut(Schema):
    key: str
    title: str
    fields: list[FormFieldOut]


class ProcedureDetail(ProcedureItem):
    version: int
    valid_from: str
    channels: list[str]
    summary: str
    components: list[ComponentOut]
    not_needed: list[Any]
    results: list[Any]
    legal_basis: list[Any]
    limits: list[LimitOut]
    fees: list[FeeOut]
    steps: list[FormStepOut]


class DossierItem(Schema):
    """`due_is_estimate`: not received yet, the date is what it would be if it were received now."""

    code: str
    key: str
    procedure: ProcedureBrief
    channel: str
    status: str
    status_label: str
    applicant_name: str
    submitted_at: Moment
    received_at: Moment | None
    due_at: Moment | None
    due_is_estimate: bool
    is_provisional: bool
    is_late: bool


class Dossiers(Schema):
    items: list[DossierItem]
    total: int


class ApplicantOut(Schema):
    name: str
    phone: str
    email: str
    id_number: str
    address: str
    on_behalf_of: str


class PaperOut(Schema):
    component: str
    name: str
    originals: int
    copies: int
    has_file: bool
    is_seen: bool


class LegOut(Schema):
    id: int
    stage: int
    name: str
    agency: str
    status: str
    started_at: Moment | None
    due_at: Moment | None
    finished_at: Moment | None
    late_minutes: int


class PaymentOut(Schema):
    id: int
    amount: int
    purpose: str
    memo: str
    paid_at: Moment | None
    receipt_number: str


class ProgrammeOut(Schema):
    """A programme the dossier is done under. `is_kept` is null while open, or where nothing was promised."""

    kind: str
    name: str
    promised_at: Moment | None
    is_kept: bool | None
    fell_back_at: Moment | None


class DossierDetail(DossierItem):
    """`working` explains each date; `missing` names required papers not handed in; `verbs` may be taken by you now."""

    applicant: ApplicantOut
    answers: dict[str, Any]
    statutory_due_at: Moment | None
    clock766_due_at: Moment | None
    settled_at: Moment | None
    returned_at: Moment | None
    ended_at: Moment | None
    reason: str
    outcome: str
    fee_amount: int | None
    holder: str
    working: dict[str, Any]
    papers: list[PaperOut]
    missing: list[str]
    legs: list[LegOut]
    payments: list[PaymentOut]
    programmes: list[ProgrammeOut]
    verbs: list[str]


class TrackedLeg(Schema):
    name: str
    agency: str
    status: str
    due_at: Moment | None
    finished_at: Moment | None


class Tracking(Schema):
    """What the receipt's QR opens: steps and dates, no personal data."""

    key: str
    procedure: ProcedureBrief
    agency: str
    status: str
    status_label: str
    submitted_at: Moment
    received_at: Moment | None
    due_at: Moment | None
    due_is_estimate: bool
    is_provisional: bool
    is_late: bool
    settled_at: Moment | None
    returned_at: Moment | None
    legs: list[TrackedLeg]


class MeasureItem(Schema):
    name: str
    label: str
    unit: str
    formula: str
    better: str
    source: str


class Measures(Schema):
    items: list[MeasureItem]


class FigureOut(Schema):
    """`value` is null when there is nothing to reckon from: missing is not zero. `key` is the group, "" for all."""

    key: str
    value: float | None
    numerator: float | None
    denominator: float | None
    n: int


class MeasureOut(MeasureItem):
    start: str
    end: str
    agencies: list[str]
    figure: FigureOut
    groups: list[FigureOut]


class DeadlineOut(Schema):
    """`provisional`: the count touches a year whose days off nobody has confirmed."""

    due: Moment
    provisional: bool
    rule: str
    citation: str
    working: dict[str, Any]


class ReformItem(Schema):
    """A model of the registry. `adopters` is how many agencies run it now; `adopted_here` the step of your commune, if any."""

    code: str
    name: str
    kind: str
    field: str
    summary: str
    owner: str
    year: int | None
    status: str
    status_label: str
    level: str
    uses_it: bool
    has_package: bool
    adopters: int
    adopted_here: str


class Reforms(Schema):
    items: list[ReformItem]
    total: int


class ReformDocumentOut(Schema):
    number: str
    issued_on: str | None
    issuer: str
    subject: str
    role: str
    note: str


class DeclaredOut(Schema):
    """A figure as a document prints it (`declared`) with what it is made of; `value` null: the document gives none."""

    series: str
    label: str
    unit_name: str
    period: str
    year: int
    value: float | None
    of_value: float | None
    declared: str
    unit: str
    source: str


class ReformDetail(ReformItem):
    """`package` is empty while it is to come; its format is that of the package files."""

    problem: str
    scope: str
    conditions: str
    benefit: str
    cost: str
    staff: str
    source: str
    version: int | None
    content: str
    package: dict[str, Any]
    digest: str
    documents: list[ReformDocumentOut]
    declared: list[DeclaredOut]
    variants: list[str]
