"""The papers of the one-stop, built from frozen facts: forms 01–07 of Thông tư 03/2025/TT-VPCP, the cash receipt."""

from gandan.documents.statutory.cash import CashReceiptData, Charge, cash_receipt
from gandan.documents.statutory.editions import EDITIONS, edition_on
from gandan.documents.statutory.letterhead import Case, Letterhead, Signer
from gandan.documents.statutory.letters import ApologyData, StopData, apology, stop_notice
from gandan.documents.statutory.reception import (
    Component,
    Ground,
    Lack,
    ReceiptData,
    RefusalData,
    SupplementData,
    receipt,
    refusal,
    supplement_request,
)
from gandan.documents.statutory.tracking import (
    ControlSlipData,
    Handover,
    RegisterData,
    RegisterEntry,
    control_slip,
    register,
)

__all__ = [
    "EDITIONS",
    "ApologyData",
    "Case",
    "CashReceiptData",
    "Charge",
    "Component",
    "ControlSlipData",
    "Ground",
    "Handover",
    "Lack",
    "Letterhead",
    "ReceiptData",
    "RefusalData",
    "RegisterData",
    "RegisterEntry",
    "Signer",
    "StopData",
    "SupplementData",
    "apology",
    "cash_receipt",
    "control_slip",
    "edition_on",
    "receipt",
    "refusal",
    "register",
    "stop_notice",
    "supplement_request",
]
