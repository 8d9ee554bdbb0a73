"""Every address of the product: one sorted line per app; audiences and prefixes are checked by tests/test_house.py."""

from django.urls import include, path

from gandan.api.views.health import healthz

urlpatterns = [
    path("", include("gandan.portal.urls")),
    path("", include("gandan.catalog.urls")),
    path("", include("gandan.dossiers.urls")),
    path("", include("gandan.people.urls")),
    path("", include("gandan.gateways.urls")),
    path("", include("gandan.places.urls")),
    path("", include("gandan.desk.urls")),
    path("", include("gandan.cockpit.urls")),
    path("", include("gandan.reports.urls")),
    path("", include("gandan.notifications.urls")),
    path("", include("gandan.hall.urls")),
    path("", include("gandan.booking.urls")),
    path("", include("gandan.outreach.urls")),
    path("", include("gandan.kiosks.urls")),
    path("", include("gandan.premises.urls")),
    path("", include("gandan.publishing.urls")),
    path("", include("gandan.feedback.urls")),
    path("", include("gandan.surveys.urls")),
    path("", include("gandan.dialogue.urls")),
    path("", include("gandan.letters.urls")),
    path("", include("gandan.conversations.urls")),
    path("", include("gandan.hotline.urls")),
    path("", include("gandan.programmes.urls")),
    path("", include("gandan.reforms.urls")),
    path("", include("gandan.replication.urls")),
    path("", include("gandan.contests.urls")),
    path("", include("gandan.tasks.urls")),
    path("", include("gandan.ui.urls")),
    path("api/v1/", include("gandan.api.urls")),
    path("healthz", healthz, name="healthz"),
]

handler500 = "gandan.core.middleware.server_error"
