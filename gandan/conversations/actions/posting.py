"""The community's channels and what is posted there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..events import CommunityChannelKept, PostModerated, PostWritten
from ..models import ChannelKind, CommunityChannel, Post, PostPhoto
from .saying import _needs


@dataclass(frozen=True, kw_only=True)
class ChannelFacts:
    """`hamlet` None: of the whole commune. `members` as Zalo counts them on `members_on`."""

    name: str
    kind: str = ChannelKind.WEB
    hamlet: Hamlet | None = None
    about: str = ""
    join_url: str = ""
    moderator: User | None = None
    members: int | None = None
    members_on: date | None = None
    is_open: bool = True


@transaction.atomic
def keep_community_channel(
    where: Agency | CommunityChannel, facts: ChannelFacts, *, by: User, now: datetime
) -> CommunityChannel:
    """A new channel of the commune, or new facts of one there is."""
    channel = where if isinstance(where, CommunityChannel) else CommunityChannel(commune=where)
    name = facts.name.strip()
    if CommunityChannel.objects.filter(commune_id=channel.commune_id, name__iexact=name).exclude(pk=channel.pk):
        raise RuleBroken(f"Đã có kênh “{name}”.")
    if facts.kind != ChannelKind.WEB and not facts.join_url:
        raise RuleBroken("Ghi địa chỉ vào nhóm hoặc trang Zalo, để in lên áp phích.")
    channel.name, channel.kind, channel.hamlet, channel.about = name, facts.kind, facts.hamlet, facts.about.strip()
    channel.join_url, channel.moderator, channel.is_open = facts.join_url, facts.moderator, facts.is_open
    channel.members, channel.members_on = facts.members, facts.members_on
    is_new = channel.pk is None
    channel.save()
    record(CommunityChannelKept(channel_id=channel.pk), about=channel, by=by, at=now, is_first=is_new)
    return channel


@dataclass(frozen=True, kw_only=True)
class PostFacts:
    title: str
    body: str
    media_url: str = ""
    procedure: Procedure | None = None
    photos: tuple[CleanFile, ...] = ()


@transaction.atomic
def write_post(channel: CommunityChannel, facts: PostFacts, *, by: User, now: datetime) -> Post:
    """Waits for the moderator; what the moderator writes is shown at once."""
    title, body = _needs(facts.title, "Ghi tiêu đề bài."), _needs(facts.body, "Ghi nội dung bài.")
    is_moderator = channel.moderator_id == by.pk
    post = Post.objects.create(
        channel=channel, title=title[:160], body=body, media_url=facts.media_url, procedure=facts.procedure, author=by,
        made_at=now, is_shown=is_moderator, moderated_by=by if is_moderator else None,
    )  # fmt: skip
    for photo in facts.photos:
        PostPhoto.objects.create(post=post, file=photo.content, media_type=photo.media_type)
    record(PostWritten(post_id=post.pk), about=post, by=by, at=now, is_first=True)
    return post


@transaction.atomic
def moderate_post(post: Post, *, is_shown: bool, is_pinned: bool, by: User, now: datetime) -> None:
    """Shown or taken down, pinned or not. One post is pinned in a channel: the last one."""
    if is_pinned and not is_shown:
        raise RuleBroken("Bài đang ẩn thì không ghim được.")
    if is_pinned:
        Post.objects.filter(channel_id=post.channel_id, is_pinned=True).update(is_pinned=False)
    post.is_shown, post.is_pinned, post.moderated_by = is_shown, is_pinned, by
    post.save(update_fields=["is_shown", "is_pinned", "moderated_by"])
    record(PostModerated(post_id=post.pk, is_shown=is_shown, is_pinned=is_pinned), about=post, by=by, at=now)
