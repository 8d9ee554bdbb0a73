from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "gandan.letters"
