# SPDX-License-Identifier: MIT
"""What a plan amounts to, as of a moment: nothing here changes it."""
from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Iterable, Optional, Union

from . import _homework as _c
from ._handle import Handle, handle
from ._report import _report_options
from .calendar import CalendarResources, Proposals
from .diffs import Diff
from .enums import CalendarProfile, Subject, Wording
from .ladders import Journey, StepProgress
from .leaks import Leaks, _leaks_options
from .lint import Lint
from .occurrences import Occurrences, Rings
from .problems import ProblemList
from .progress import Progress
from .records import Step
from .tables import Evaluated, Table
from .threads import Thread, Unreviewed
from .times import DateLike, InstantLike, instant
from .verbs import Bytes

if TYPE_CHECKING:
    from .plan import Plan

__all__ = ["PlanViews"]


@handle("hw_progress_options")
class _ProgressOptions(Handle):
    __slots__ = ()


@handle("hw_calendar_options")
class _CalendarOptions(Handle):
    __slots__ = ()


By = Union[Subject, str, Iterable[Union[Subject, str]]]


def _progress_options(by: By, partial_credit: Optional[float], late_credit: Optional[float], half_life: Optional[int],
                      near: Optional[int], lean: bool) -> _ProgressOptions:
    options: _ProgressOptions = _c.hw_progress_options_new()
    for subject in (by,) if isinstance(by, (str, Subject)) else by:
        _c.hw_progress_options_add_by(options, subject)
    if partial_credit is not None:
        _c.hw_progress_options_set_partial_credit(options, partial_credit)
    if late_credit is not None:
        _c.hw_progress_options_set_late_credit(options, late_credit)
    if half_life is not None:
        _c.hw_progress_options_set_half_life(options, half_life)
    if near is not None:
        _c.hw_progress_options_set_near(options, near)
    _c.hw_progress_options_set_lean(options, lean)
    return options


def _calendar_options(profile: Union[CalendarProfile, str], until: Optional[DateLike], sessions: bool,
                      goals: bool) -> _CalendarOptions:
    options: _CalendarOptions = _c.hw_calendar_options_new()
    _c.hw_calendar_options_set_profile(options, profile)
    _c.hw_calendar_options_set_sessions(options, sessions)
    _c.hw_calendar_options_set_goals(options, goals)
    if until is not None:
        _c.hw_calendar_options_set_until(options, until)
    return options


def _withdrawal_options(profile: Optional[Union[CalendarProfile, str]], until: Optional[DateLike], sessions: bool,
                        goals: bool) -> _CalendarOptions:
    everything = profile is None
    return _calendar_options(CalendarProfile.BOTH if profile is None else profile, until, sessions or everything,
                             goals or everything)


class PlanViews(Evaluated):
    """The results of a plan: over the days from `start` up to but without `end`, by what was known at `as_of` (now, unless
    given)."""

    __slots__ = ()

    def occurrences(self, start: DateLike, end: DateLike, *, as_of: Optional[InstantLike] = None) -> Occurrences:
        """What is due in [start, end), with its status."""
        moment = instant(as_of)
        return self._shown(Occurrences, _c.hw_plan_occurrences(self, start, end, moment), moment)

    def progress(self, start: DateLike, end: DateLike, *, as_of: Optional[InstantLike] = None,
                 by: By = (), partial_credit: Optional[float] = None, late_credit: Optional[float] = None,
                 half_life: Optional[int] = None, near: Optional[int] = None, lean: bool = False) -> Progress:
        """All metrics of the plan, its goals and its assignments over [start, end).

        by: subjects beside these: "kind", "skill", "measure", "interval" (between held sessions), "week", "month". near: within how
        many minutes of its set time a practice counts as consistent. lean: leaves out what takes more than the ledger."""
        options = _progress_options(by, partial_credit, late_credit, half_life, near, lean)
        moment = instant(as_of)
        return self._shown(Progress, _c.hw_plan_progress(self, start, end, moment, options), moment)

    def progress_of(self, occurrences: Occurrences, *, by: By = (), partial_credit: Optional[float] = None,
                    late_credit: Optional[float] = None, half_life: Optional[int] = None, near: Optional[int] = None,
                    lean: bool = False) -> Progress:
        """The same of occurrences of this plan that you have: their window and moment. Raises StateError if the plan has changed
        since."""
        options = _progress_options(by, partial_credit, late_credit, half_life, near, lean)
        return self._shown(Progress, _c.hw_occurrences_progress(self, occurrences, options), occurrences.as_of)

    def reminders(self, start: InstantLike, end: InstantLike, *, as_of: Optional[InstantLike] = None,
                  suppressed: bool = False) -> Rings:
        """The reminders that ring from one moment up to another; with those that are suppressed, and why."""
        find = _c.hw_plan_all_reminders if suppressed else _c.hw_plan_reminders
        moment = instant(as_of)
        return self._shown(Rings, find(self, start, end, moment), moment)

    def next_reminders(self, after: Optional[InstantLike] = None, *, most: int = 64,
                       as_of: Optional[InstantLike] = None) -> Rings:
        """What rings next, up to so many notifications: for programs that schedule their own."""
        moment = instant(as_of)
        return self._shown(Rings, _c.hw_plan_next_reminders(self, instant(after), most, moment), moment)

    def next_change(self, after: Optional[InstantLike] = None) -> Optional[datetime]:
        """The first moment after which the status of an occurrence changes by itself; None if none does within 400 days."""
        moment: Optional[datetime] = _c.hw_plan_next_change(self, instant(after))
        return moment

    def report(self, start: DateLike, end: DateLike, *, as_of: Optional[InstantLike] = None, language: Optional[str] = None,
               width: int = 80, terminal: bool = False) -> str:
        """The page that client and therapist look at together. language: of the library's own words, and of titles that are there
        in several; the plan's own unless given."""
        text: str = _c.hw_plan_report(self, start, end, instant(as_of), _report_options(language, width, terminal))
        return text

    # ---- what was agreed, and what there is to talk about
    def lint(self, assignment: Optional[str] = None, *, as_of: Optional[InstantLike] = None,
             likely_enough: int = _c.HW_LINT_LIKELY_ENOUGH) -> Lint:
        """What the agreement on an assignment lacks (its id), or on all that are proposed, agreed or active. likely_enough: the
        least likelihood of being done, 0-100."""
        moment = instant(as_of)
        return self._shown(Lint, _c.hw_plan_lint(self, assignment, moment, likely_enough), moment)

    def step_progress(self, step: str, *, as_of: Optional[InstantLike] = None) -> StepProgress:
        """What the log shows of a step's criterion. Raises StateError if it has none."""
        progress: StepProgress = _c.hw_plan_step_progress(self, step, instant(as_of))
        return progress

    def next_step(self, goal: str, *, as_of: Optional[InstantLike] = None) -> Optional[Step]:
        """The step of a goal that is next; None if all are passed."""
        step: Optional[Step] = _c.hw_plan_next_step(self, goal, instant(as_of))
        return step

    def journey(self, goal: str, *, as_of: Optional[InstantLike] = None) -> Journey:
        """The way of a goal's steps: each state that each of them came to, and when."""
        moment = instant(as_of)
        return self._shown(Journey, _c.hw_plan_journey(self, goal, moment), moment)

    def thread(self, assignment: str, *, as_of: Optional[InstantLike] = None) -> Thread:
        """The assignments that are connected with one by their predecessors, the oldest first."""
        moment = instant(as_of)
        return self._shown(Thread, _c.hw_plan_thread(self, assignment, moment), moment)

    def unreviewed(self, *, as_of: Optional[InstantLike] = None) -> Unreviewed:
        """The assignments that no review has taken up since the session that was held last."""
        moment = instant(as_of)
        return self._shown(Unreviewed, _c.hw_plan_unreviewed(self, moment), moment)

    def template_overrides(self, assignment: str) -> Table:
        """What an assignment says otherwise than the template that it was made from: a row for each path."""
        return self._shown(Table, _c.hw_plan_template_overrides(self, assignment))

    def ratings_table(self) -> Table:
        """The ratings as columns, a row for each dimension that was rated."""
        return self._shown(Table, _c.hw_plan_ratings_table(self))

    def scores_table(self) -> Table:
        """The scores as columns."""
        return self._shown(Table, _c.hw_plan_scores_table(self))

    def messages_table(self, *, private_too: bool = False, texts: bool = False, language: Optional[str] = None) -> Table:
        """The messages as columns: private ones only with `private_too`, what was written only with `texts`."""
        return self._shown(Table, _c.hw_plan_messages_table(self, private_too, texts, language))

    # ---- what changed
    def diff(self, newer: Plan, *, private_too: bool = False) -> Diff:
        """What differs between this plan and a newer one."""
        diff: Diff = _c.hw_plan_diff(self, newer, private_too)
        return diff

    def history(self, id: str) -> Table:
        """The history of a thing or an entry as columns, in the order of recording; the settings' id is "settings"."""
        return self._shown(Table, _c.hw_plan_history(self, id))

    # ---- calendars
    def to_calendar(self, profile: Union[CalendarProfile, str] = CalendarProfile.EVENTS, *,
                    as_of: Optional[InstantLike] = None, until: Optional[DateLike] = None, sessions: bool = False,
                    goals: bool = False, feed: Optional[int] = None, name: Optional[str] = None) -> bytes:
        """The reminders as an iCalendar file (.ics). until: how far to-dos reach, excluded, instead of the next session.
        sessions: also the appointments, beside events; goals: also the goals, above to-dos. feed: after how many minutes
        it is read again; name: what it is called then."""
        options = _calendar_options(profile, until, sessions, goals)
        if feed is not None:
            _c.hw_calendar_options_set_feed(options, name, feed)
        data: bytes = _c.hw_plan_to_calendar(self, instant(as_of), options)
        return data

    def calendar_resources(self, profile: Union[CalendarProfile, str] = CalendarProfile.EVENTS, *,
                           as_of: Optional[InstantLike] = None, until: Optional[DateLike] = None, sessions: bool = False,
                           goals: bool = False) -> CalendarResources:
        """The reminders as CalDAV stores them: a resource for each component. What has the same etag has not changed."""
        resources: CalendarResources = _c.hw_plan_calendar_resources(
            self, instant(as_of), _calendar_options(profile, until, sessions, goals))
        return resources

    def calendar_withdrawal(self, profile: Optional[Union[CalendarProfile, str]] = None, *,
                            as_of: Optional[InstantLike] = None, until: Optional[DateLike] = None, sessions: bool = False,
                            goals: bool = False) -> bytes:
        """A calendar that takes everything back which calendars of the plan have shown until as_of; with a profile only what
        such calendars have, with the switches. until: how far to-dos were asked for."""
        options = _withdrawal_options(profile, until, sessions, goals)
        data: bytes = _c.hw_plan_calendar_withdrawal(self, instant(as_of), options)
        return data

    def withdrawal_resources(self, profile: Optional[Union[CalendarProfile, str]] = None, *,
                             as_of: Optional[InstantLike] = None, until: Optional[DateLike] = None,
                             sessions: bool = False, goals: bool = False) -> CalendarResources:
        """The same as resources: what is to be deleted from a CalDAV server."""
        resources: CalendarResources = _c.hw_plan_withdrawal_resources(
            self, instant(as_of), _withdrawal_options(profile, until, sessions, goals))
        return resources

    def calendar_files(self, profile: Union[CalendarProfile, str] = CalendarProfile.EVENTS, *,
                       as_of: Optional[InstantLike] = None, until: Optional[DateLike] = None, sessions: bool = False,
                       goals: bool = False, feed: Optional[int] = None, name: Optional[str] = None) -> CalendarResources:
        """The reminders as files that are small enough for the profile's clients. The rest as in to_calendar()."""
        options = _calendar_options(profile, until, sessions, goals)
        if feed is not None:
            _c.hw_calendar_options_set_feed(options, name, feed)
        files: CalendarResources = _c.hw_plan_calendar_files(self, instant(as_of), options)
        return files

    def update_resource(self, ours: Bytes, theirs: Bytes) -> bytes:
        """A resource for a client that has changed the one it had: theirs, with what we have a say in as in ours (the data
        of a CalendarResource). All the rest stays, byte for byte; theirs itself if nothing has to change. ConflictError
        if a client has made a series of the to-do, NotFoundError if theirs does not have the component."""
        data: bytes = _c.hw_plan_update_resource(self, ours, theirs)
        return data

    def check_leaks(self, calendar: Bytes, *, terms: Iterable[str] = (), letters: Optional[int] = None,
                    words: bool = True, ids: bool = False, wording: Optional[Union[Wording, str]] = None) -> Leaks:
        """Where a calendar (bytes of any .ics) tells what the plan says, beyond what its wording allows. terms: what must
        not be there besides; letters: of a single word at least (4); ids: whether ids count; wording: the most that
        is allowed, if that is less than the plan allows."""
        leaks: Leaks = _c.hw_plan_check_leaks(self, calendar, _leaks_options(terms, letters, words, ids, wording))
        return leaks

    def check_leaks_name(self, name: str, *, terms: Iterable[str] = (), letters: Optional[int] = None,
                         words: bool = True, ids: bool = False,
                         wording: Optional[Union[Wording, str]] = None) -> Leaks:
        """The same for the name of a file, or an address."""
        leaks: Leaks = _c.hw_plan_check_leaks_name(self, name, _leaks_options(terms, letters, words, ids, wording))
        return leaks

    def read_calendar(self, data: Bytes, *, as_of: Optional[InstantLike] = None,
                      exported: Optional[Iterable[str]] = None) -> Proposals:
        """What a calendar that came back says happened, or several, one after another. exported: if it is a whole
        collection, the UIDs that were given away; those not there any more are proposals of kind REMOVED. Nothing in
        the plan changes; see apply()."""
        with ProblemList() as problems:
            proposals: Proposals
            if exported is None:
                proposals = _c.hw_plan_read_calendar(self, data, instant(as_of), problems)
            else:
                proposals = _c.hw_plan_read_collection(self, data, "\n".join(exported), instant(as_of), problems)
        return proposals
