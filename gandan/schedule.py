"""What runs at which hour: the one list of (cron, job). Times are Asia/Ho_Chi_Minh on the worker's clock."""

from typing import Any

Schedule = tuple[tuple[str, str], ...]

SCHEDULE: Schedule = (
    ("*/10 * * * *", "gandan.booking.jobs.close_passed"),
    ("* * * * *", "gandan.booking.jobs.escalate_death_calls"),
    ("*/10 * * * *", "gandan.booking.jobs.remind_appointments"),
    ("25 0 * * *", "gandan.dialogue.jobs.judge_calendars"),
    ("*/5 * * * *", "gandan.conversations.jobs.escalate_late"),
    ("10 3 * * *", "gandan.conversations.jobs.forget_photos"),
    ("20 0 * * *", "gandan.dossiers.jobs.close_uncompleted"),
    ("*/10 7-11 * * 1-6", "gandan.dossiers.jobs.foresee_late"),
    ("*/10 11-20 * * *", "gandan.dossiers.jobs.give_up_promises"),
    ("*/10 7-17 * * *", "gandan.dossiers.jobs.warn_unreceived"),
    ("*/2 * * * *", "gandan.gateways.jobs.read_mailbox"),
    ("30 1 * * *", "gandan.feedback.jobs.file_answered"),
    ("50 * * * *", "gandan.feedback.jobs.forget_held_photos"),
    ("40 1 * * *", "gandan.feedback.jobs.learn_categories"),
    ("0 * * * *", "gandan.feedback.jobs.remind_sources"),
    ("25 6 * * *", "gandan.feedback.jobs.warn_boxes"),
    ("*/10 * * * *", "gandan.feedback.jobs.warn_feedback"),
    ("50 2 * * *", "gandan.hotline.jobs.delete_recordings"),
    ("*/10 * * * *", "gandan.hotline.jobs.take_recordings"),
    ("*/5 * * * *", "gandan.hotline.jobs.tell_overdue_call_backs"),
    ("40 6 * * *", "gandan.hotline.jobs.tell_roster_holes"),
    ("* * * * *", "gandan.journal.jobs.rescue_stalled"),
    ("*/5 * * * *", "gandan.kiosks.jobs.end_forgotten_visits"),
    ("* * * * *", "gandan.kiosks.jobs.finish_openings"),
    ("5 0 * * *", "gandan.kiosks.jobs.lapse_placements"),
    ("*/5 * * * *", "gandan.kiosks.jobs.note_silent_machines"),
    ("30 6 * * *", "gandan.letters.jobs.plan_greetings"),
    ("15 5 * * *", "gandan.outreach.jobs.bring_of_age"),
    ("15 6 * * *", "gandan.outreach.jobs.plan_sessions"),
    ("*/15 * * * *", "gandan.outreach.jobs.tell_holes"),
    ("40 3 * * *", "gandan.people.jobs.forget_codes"),
    ("* * * * *", "gandan.notifications.jobs.look_at_clock"),
    ("6 * * * *", "gandan.publishing.jobs.close_hours"),
    ("*/10 7-11 * * *", "gandan.premises.jobs.tell_unchecked"),
    ("20 6 * * *", "gandan.premises.jobs.warn_expiries"),
    ("30 2 * * *", "gandan.reforms.jobs.judge_running"),
    ("10 0 * * *", "gandan.reforms.jobs.miss_deadlines"),
    ("50 1 * * *", "gandan.reforms.jobs.refresh_effects"),
    ("0 7 * * *", "gandan.reforms.jobs.remind_adoptions"),
    ("10 7 * * *", "gandan.reforms.jobs.urge_still"),
    ("0 2 * * *", "gandan.replication.jobs.compile_quarters"),
    ("5 7 * * *", "gandan.replication.jobs.remind_reporters"),
    ("10 1 * * *", "gandan.reports.jobs.refresh_months"),
    ("5 * * * *", "gandan.reports.jobs.refresh_this_month"),
    ("3 0 * * *", "gandan.surveys.jobs.keep_days"),
    ("35 3 * * *", "gandan.surveys.jobs.mix_replies"),
    ("0 7 * * *", "gandan.tasks.jobs.remind_units"),
)


def arrange(app: Any) -> None:
    """Called by procrastinate when the apps are ready."""
    for cron, name in SCHEDULE:
        app.periodic(cron=cron, periodic_id=name)(app.tasks[name])
