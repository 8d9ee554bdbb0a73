"""The community's channels: of the commune or of one hamlet, on the web and in Zalo (S0.3, S0.42)."""

from __future__ import annotations

from django.db import models

from gandan.catalog.models import Procedure
from gandan.core.keys import new_key
from gandan.core.storage import sealed_storage
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet


class ChannelKind(models.TextChoices):
    WEB = "web", "Trang trên mạng"
    ZALO_OA = "zalo_oa", "Trang Zalo của xã"
    ZALO_GROUP = "zalo_group", "Nhóm Zalo"


class CommunityChannel(models.Model):
    """Where people of the commune, or of one hamlet, read news and ask."""

    commune = models.ForeignKey(Agency, models.CASCADE, related_name="community_channels")
    hamlet = models.ForeignKey(Hamlet, models.CASCADE, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=10, choices=ChannelKind, default=ChannelKind.WEB)
    key = models.CharField(max_length=32, unique=True, default=new_key)
    name = models.CharField(max_length=120)
    about = models.CharField(max_length=400, blank=True)
    join_url = models.URLField(max_length=300, blank=True, help_text="of the Zalo group or account")
    moderator = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    members = models.PositiveIntegerField(null=True, blank=True, help_text="as counted in Zalo")
    members_on = models.DateField(null=True, blank=True)
    is_open = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["commune", "name"], name="community_channel_name_once")]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """News, guidance, a recording: written by staff, shown once a moderator says so."""

    channel = models.ForeignKey(CommunityChannel, models.CASCADE, related_name="posts")
    title = models.CharField(max_length=160)
    body = models.TextField()
    media_url = models.URLField(max_length=300, blank=True, help_text="sound or film that lies elsewhere")
    procedure = models.ForeignKey(Procedure, models.PROTECT, null=True, blank=True, related_name="+")
    author = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    is_shown = models.BooleanField(default=False)
    is_pinned = models.BooleanField(default=False)
    moderated_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-is_pinned", "-made_at"]

    def __str__(self) -> str:
        return self.title


class PostPhoto(models.Model):
    post = models.ForeignKey(Post, models.CASCADE, related_name="photos")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    file = models.FileField(upload_to="conversations/posts/%Y/%m/", storage=sealed_storage)
    media_type = models.CharField(max_length=40)
