from django.apps import AppConfig


class ReplicationConfig(AppConfig):
    name = "gandan.replication"
