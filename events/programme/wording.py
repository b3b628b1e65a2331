"""The sentences for what an organizer must still decide about a draft, and for what drafting had to assume."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intake import wording as intake_wording
from intake.blocks import Remark

ISO_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")


def sentence(remark: Remark) -> str:
    """Word a remark of `events.programme.drafting`, or of the reader before it, in the language in force.

    KeyError for a code of another's.
    """
    if words := SENTENCES.get(remark.code) or OF_THE_EVENT.get(remark.code):
        return words() % {name: spoken(value) for name, value in remark.values.items()}
    return intake_wording.sentence(remark.code, remark.values)


def spoken(value: str | int) -> str | int:
    """Days in ISO 8601 are told as people write them; all else stays as the document has it."""
    if not isinstance(value, str):
        return value
    return ISO_DAY.sub(lambda found: spoken_day(found.group()), value)


def spoken_day(text: str) -> str:
    try:
        return date_format(date.fromisoformat(text), "j E Y")
    except ValueError:  # the words of a document may look like a day that there is not
        return text


def days_in(values: Iterable[str | int]) -> list[date]:
    """The days in ISO 8601 among the values of a remark, in order, each once."""
    days = set()
    for text in ISO_DAY.findall(" ".join(map(str, values))):
        with suppress(ValueError):
            days.add(date.fromisoformat(text))
    return sorted(days)


# Said when the draft becomes an event of ours, which asks for more than a note can tell.
OF_THE_EVENT: dict[str, Callable[[], str]] = {
    "deadline_to_complete": lambda: _(
        "The document names %(day)s as the last day to register. Set the hour at which registration closes."
    ),
    "registration_link_stated": lambda: _(
        "The document names a page to register on (%(link)s). Here people register on the page of the event."
    ),
}
SENTENCES: dict[str, Callable[[], str]] = {
    # what the document does not say
    "no_title": lambda: _("No title was found. Write one."),
    "no_summary": lambda: _("No sentence says what the event is. Write a summary."),
    "no_organisers": lambda: _("The document does not name an organiser. Say who holds the event."),
    "no_audience": lambda: _("The document does not say for whom the event is. Name the groups that should attend."),
    "no_objectives": lambda: _("No objectives were found. Say what the event is to achieve."),
    "no_format": lambda: _(
        "The document does not say clearly whether the event is online, in person or both. Choose one."
    ),
    "no_date": lambda: _("No date was found. Set the day and the time of the event."),
    "no_time": lambda: _("No time of day was found for %(days)s. Set the start and the end."),
    "no_time_zone": lambda: _("No time zone was found. Choose the zone that the times are in."),
    "time_zone_open": lambda: _(
        "No time zone was found. The place that is named (%(place)s) suggests %(zone)s. Choose the zone that the times "
        "are in."
    ),
    "no_sessions": lambda: _("Neither an agenda nor topics were found. Add the sessions."),
    "no_speakers": lambda: _("No speakers were found. Add them to the sessions."),
    # what it says in part, or in two ways
    "title_inferred": lambda: _("The title was made from a sentence of the document. Check it."),
    "summary_inferred": lambda: _(
        "No sentence says what the event is; the summary is how the description begins. Check it or write another."
    ),
    "organisers_inferred": lambda: _(
        "The document does not say who holds the event. The organiser is the body whose work it describes "
        "(¶ %(block)s). Confirm or correct it."
    ),
    "organisers_from_sender": lambda: _(
        "The document does not say who holds the event. The organiser is the body that the letterhead or the signature "
        "names (¶ %(block)s). Confirm or correct it."
    ),
    "date_year_open": lambda: _("“%(text)s” has no year. Days that fit: %(candidates)s. Set the right one."),
    "other_meeting": lambda: _(
        "The document also announces another meeting: “%(text)s”, %(date)s (¶ %(block)s). It is not part of this draft."
    ),
    "deadline_without_year": lambda: _("The last day to register, “%(text)s”, has no year. Set it."),
    "deadline_after_event": lambda: _("The last day to register, “%(text)s”, lies after the event begins. Check it."),
    "deadline_without_order": lambda: _(
        "The last day to register, “%(text)s”, can be read with the day or with the month first. Set it."
    ),
    "date_without_year": lambda: _("The date “%(text)s” is incomplete or does not exist. Set the day, month and year."),
    "dates_differ": lambda: _("The document gives different dates: %(dates)s. Choose the right one."),
    "weekday_differs": lambda: _("In “%(text)s” the day of the week does not fit the date. Check the date."),
    "zones_differ": lambda: _("The stated times and zones do not agree: %(zones)s. Choose the right zone."),
    "zone_not_in_force": lambda: _("“%(zone)s” is not what clocks show on %(day)s: choose the zone that is meant."),
    "event_time_waiting": lambda: _("The time “%(text)s” is stated, but not its day or zone. Complete them."),
    "session_times_waiting": lambda: _(
        "%(count)s sessions have times (from “%(first)s” to “%(last)s”) that wait for the day and the time zone."
    ),
    "sessions_without_time": lambda: _(
        "%(count)s sessions have no time, the first of them “%(first)s”. Set the times."
    ),
    "agenda_dates_differ": lambda: _("“%(session)s” lies on a day outside the dates of the event. Check the dates."),
    "speaker_undecided": lambda: _("A speaker of “%(session)s” is still to be confirmed."),
    "sessions_proposed": lambda: _(
        "The document has no agenda. %(count)s sessions are proposed: an opening, the announced topics, "
        "a closing. Keep, change or remove them."
    ),
    # what drafting assumed
    "zones_outvoted": lambda: _(
        "The times given for %(zones)s do not all mean the same moment; the one most of them agree on was taken "
        "(%(zone)s). Check it."
    ),
    "zone_label_out_of_season": lambda: _(
        "“%(zone)s” is not what clocks show on %(day)s; it was read so that it agrees with the other zones."
    ),
    "format_from_venue": lambda: _(
        "A place is named (%(venue)s) and nothing online: the event was taken to be in person."
    ),
    "session_times_from_lengths": lambda: _(
        "The times of %(count)s sessions were worked out from the stated lengths, one after the other."
    ),
    "session_ends_inferred": lambda: _(
        "%(count)s sessions have no stated end; each was taken to last until the next one begins."
    ),
    "event_time_from_agenda": lambda: _("The start and the end of the event were taken from its agenda."),
    "translation_left_out": lambda: _(
        "¶ %(first)s to %(last)s say the same in another language; the draft was made from the language that comes "
        "first."
    ),
    "passcode_left_out": lambda: _(
        "A password of the meeting was left out (¶ %(block)s). Give it with the link for joining only."
    ),
    "mail_left_out": lambda: _(
        "What mail programs and senders added to the message was left out. Paragraphs: %(count)s."
    ),
    "others_left_out": lambda: _(
        "What the document says of other events and news was left out. Paragraphs: %(count)s."
    ),
    "comments_left_out": lambda: _(
        "Remarks of editors were left out. Paragraphs: %(count)s. See whether they are settled."
    ),
    "agenda_line_unread": lambda: _("A line of the agenda was not used (¶ %(block)s)."),
    "headings_proposed": lambda: _("The document has no headings. Those of the description are proposals; check them."),
}
