"""The REST interface under /api/v1/ (django-ninja): same rights as in the browser, RFC 9457 errors in Vietnamese."""
