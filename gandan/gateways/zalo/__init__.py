"""Our Zalo account: `access` keeps its tokens, `api` asks, `webhook` reads what Zalo tells.

Contract: developers.zalo.me, Official Account API v3.0 and Zalo Notification Service.
"""
