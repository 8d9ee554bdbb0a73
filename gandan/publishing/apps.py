from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "gandan.publishing"
