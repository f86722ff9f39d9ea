# SPDX-License-Identifier: MIT
"""What comes out of sessions: reviews, ratings, scores; and what there is to tell between them."""
from __future__ import annotations

from typing import Any, Dict, Optional, Union

from . import _homework as _c
from ._handle import Field, Pairs, ReadOnly
from ._record import Noun, Text, _ids, _record, _text
from .enums import Decision, Dimension, MessageState, Topic, Visibility

__all__ = ["Message", "Rating", "Review", "Score"]


@_record("review", "findings")
class Review(Noun):
    """What a session made of an assignment: what was found, and what was decided. It changes no assignment by itself: the next
    revision does, and the review names it."""

    __slots__ = ()

    def __init__(self, id: str, session: str, assignment: str, decision: Union[Decision, str] = Decision.CONTINUE,
                 **values: Any) -> None:
        self.this = _c.hw_review_new(id, session, assignment, decision).this
        self._set(values)

    id = ReadOnly[str](_c.hw_review_id, "The id; the same in all revisions.")
    session = Field[str, str](
        _c.hw_review_session, _c.hw_review_set_session, "The id of the session in which it was reviewed.")
    assignment = Field[str, str](
        _c.hw_review_assignment, _c.hw_review_set_assignment, "The id of the assignment that was reviewed.")
    decision = Field[Decision, Union[Decision, str]](
        _c.hw_review_decision, _c.hw_review_set_decision, "What was decided.")
    findings = _text("review", "findings", "What was found.")
    next_revision = Field[Text, Text](
        _c.hw_review_next_revision, _c.hw_review_set_next_revision,
        "The id of the assignment's revision that carries the decision out.")
    replacement = Field[Text, Text](
        _c.hw_review_replacement, _c.hw_review_set_replacement, "The id of the assignment that takes its place.")
    equivalents = _ids("review", "equivalent",
                       "The ids of entries that report something else instead, found to be equivalent: these count as done.")


@_record("rating")
class Rating(Noun):
    """How somebody rates the engagement with homework, 0 (not at all) to 4 (completely). There is no total.

        homework.Rating("r-1", "s-2", "client", values={"quantity": 3, "quality": 2})
    """

    __slots__ = ()

    def __init__(self, id: str, session: str, rater: str, **values: Any) -> None:
        self.this = _c.hw_rating_new(id, session, rater).this
        self._set(values)

    id = ReadOnly[str](_c.hw_rating_id, "The id; the same in all revisions.")
    session = Field[str, str](
        _c.hw_rating_session, _c.hw_rating_set_session, "The id of the session in which it was rated.")
    assignment = Field[Text, Text](
        _c.hw_rating_assignment, _c.hw_rating_set_assignment, "The id of the assignment, if only one was rated.")
    rater = Field[str, str](_c.hw_rating_rater, _c.hw_rating_set_rater, "The id of the person who rates.")

    def rate(self, dimension: Union[Dimension, str], value: Optional[int]) -> None:
        """Rates a dimension, 0-4; None takes the rating back."""
        _c.hw_rating_set_value(self, dimension, -1 if value is None else value)

    def _get_values(self) -> Dict[Dimension, int]:
        values = {dimension: _c.hw_rating_value(self, dimension) for dimension in Dimension}
        return {dimension: value for dimension, value in values.items() if value >= 0}

    def _set_values(self, values: Pairs[Union[Dimension, str], int]) -> None:
        wanted = {Dimension.of(dimension): value for dimension, value in values.items()}
        for dimension in Dimension:
            self.rate(dimension, wanted.get(dimension))

    values = Field[Dict[Dimension, int], Pairs[Union[Dimension, str], int]](
        _get_values, _set_values, "What was rated, by dimension. Setting it replaces all of it.")


@_record("score")
class Score(Noun):
    """How far a goal is attained, by one rater: a level of goal attainment scaling. The levels are worded in the goal."""

    __slots__ = ()

    def __init__(self, id: str, goal: str, rater: str, level: int, **values: Any) -> None:
        self.this = _c.hw_score_new(id, goal, rater, level).this
        self._set(values)

    id = ReadOnly[str](_c.hw_score_id, "The id; the same in all revisions.")
    goal = Field[str, str](_c.hw_score_goal, _c.hw_score_set_goal, "The id of the goal.")
    session = Field[Text, Text](
        _c.hw_score_session, _c.hw_score_set_session, "The id of the session in which it was scored.")
    rater = Field[str, str](_c.hw_score_rater, _c.hw_score_set_rater, "The id of the person who scores.")
    level = Field[int, int](
        _c.hw_score_level, _c.hw_score_set_level, "The level, -2 to 2: 0 is what is expected, 2 much more.")


@_record("message", "text", "answer")
class Message(Noun):
    """A question, a concern, a challenge, an insight, a request. Who wrote it is who recorded its first revision."""

    __slots__ = ()

    def __init__(self, id: str, topic: Union[Topic, str], text: str, **values: Any) -> None:
        self.this = _c.hw_message_new(id, topic, text).this
        self._set(values)

    id = ReadOnly[str](_c.hw_message_id, "The id; the same in all revisions.")
    topic = Field[Topic, Union[Topic, str]](_c.hw_message_topic, _c.hw_message_set_topic, "What it is about.")
    state = Field[MessageState, Union[MessageState, str]](
        _c.hw_message_state, _c.hw_message_set_state, "What became of it.")
    visibility = Field[Visibility, Union[Visibility, str]](
        _c.hw_message_visibility, _c.hw_message_set_visibility, "Who may see it.")
    assignment = Field[Text, Text](
        _c.hw_message_assignment, _c.hw_message_set_assignment, "The id of the assignment that it concerns.")
    goal = Field[Text, Text](_c.hw_message_goal, _c.hw_message_set_goal, "The id of the goal that it concerns.")
    session = Field[Text, Text](
        _c.hw_message_session, _c.hw_message_set_session,
        "The id of the session in which it was discussed, or to which it was deferred.")
    content = _text("message", "text", 'What is said; in another language it is text("text", language).')
    answer = _text("message", "answer", "What was answered.")
