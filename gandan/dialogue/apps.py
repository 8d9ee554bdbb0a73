from django.apps import AppConfig


class DialogueConfig(AppConfig):
    name = "gandan.dialogue"
