"""Paying by bank transfer: the VietQR of an open payment, and the bank's message that money has come."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from gandan.dossiers import actions
from gandan.dossiers.models import Dossier, Payment, PaymentMethod
from gandan.gateways.payment import vietqr
from gandan.gateways.payment.webhook import BadMessage, Transfer, read
from gandan.people.access import PublicRequest, public
from gandan.ui.qr import svg

from .letterhead import wear

logger = logging.getLogger(__name__)


@public
def pay(request: PublicRequest, key: str) -> HttpResponse:
    """The open payment of a dossier: what for, how much, a code to scan; whoever has the key may pay."""
    related = ("procedure", "commune__province")
    dossier = Dossier.objects.select_related(*related).filter(key=key).first()
    if dossier is None:
        raise Http404
    wear(request, dossier)
    payment = dossier.payments.filter(paid_at__isnull=True).first()
    shown: dict[str, Any] = {
        "dossier": dossier,
        "payment": payment,
        "qr": _qr(payment),
        "account": settings.BANK_ACCOUNT,
    }
    return render(request, "dossiers/public/pay.html", shown)


def _qr(payment: Payment | None) -> str:
    """The drawing, or "" when nothing is owed or no account is configured."""
    if payment is None or not settings.BANK_ACCOUNT:
        return ""
    text = vietqr.payload(
        bank_bin=settings.BANK_BIN, account=settings.BANK_ACCOUNT, amount=payment.amount, memo=payment.memo
    )
    return mark_safe(svg(text, label=_("Mã VietQR để chuyển khoản")))  # our own drawing of our own text


@public
@csrf_exempt
@require_POST
def bank_message(request: HttpRequest) -> HttpResponse:
    """401 for a message that is not the bank's; 200 when it is settled, also when told twice; 202 when nothing fits."""
    try:
        transfer = read(
            request.body, timestamp=request.headers.get("X-Timestamp", ""),
            signature=request.headers.get("X-Signature", ""), secret=settings.PAYMENT_WEBHOOK_SECRET, now=timezone.now(),
        )  # fmt: skip
    except BadMessage as bad:
        return JsonResponse({"title": "Thông báo không hợp lệ", "detail": str(bad)}, status=401)
    is_settled = _settle(transfer)
    if not is_settled:
        logger.warning(
            "A transfer of %s đồng fits no open payment; the clerk sees it on the bank's statement.", transfer.amount
        )
    return JsonResponse({"settled": is_settled}, status=200 if is_settled else 202)


def _settle(transfer: Transfer) -> bool:
    """Confirm the payment with this memo and exactly this amount; a message told twice changes nothing."""
    if Payment.objects.filter(bank_reference=transfer.reference).exists():
        return True
    payments = Payment.objects.select_related("dossier__agency", "dossier__version__procedure")
    payment = payments.filter(memo=transfer.memo, amount=transfer.amount, paid_at__isnull=True).first()
    if payment is None:
        return False
    proof = actions.Proof(PaymentMethod.VIETQR, transfer.reference)
    actions.confirm_payment(payment, proof=proof, by=None, now=timezone.now())
    return True
