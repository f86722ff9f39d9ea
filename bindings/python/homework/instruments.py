# SPDX-License-Identifier: MIT
"""Questionnaires: what they ask, how they are scored, and those of a plan's log.

    >>> score = Instrument.find("phq-9").score([2, 2, 2, 2, 1, 1, 2, 0, 0])
    >>> score.total.value, score.band
    (12.0, 'moderate')

Answers are refused where they are not right, never clamped; None is an item that was not answered. Flags of safety items come
with every score. A score is no diagnosis.
"""
from __future__ import annotations

from typing import NamedTuple, Optional, Tuple, Union

from . import _homework as _c
from ._handle import Handle, ReadOnly, handle
from .enums import Better
from .statistics import Estimate, Numbers
from .tables import Result, Table

__all__ = ["AnswerText", "Band", "BandSet", "Instrument", "InstrumentItem", "InstrumentVariant", "ItemSubset",
           "QuestionnaireScore", "Scoring", "Screen"]


class InstrumentItem(NamedTuple):
    """An item. safety: from which answer on it raises a flag, None if it never does."""

    text: Optional[str]
    least: int
    greatest: int
    reversed: bool
    safety: Optional[int]
    loinc: Optional[str]


class AnswerText(NamedTuple):
    """What an answer counts, and its words."""

    value: int
    text: str
    loinc: Optional[str]


class Band(NamedTuple):
    """What totals from `least` on up to the next band are called."""

    least: float
    word: str
    title: str


class BandSet(NamedTuple):
    """A set of bands, by somebody."""

    id: str
    source: str
    bands: Tuple[Band, ...]


class Screen(NamedTuple):
    """A threshold: reached by `value` and above, or, if low, by it and below."""

    id: str
    value: float
    low: bool
    source: str


class ItemSubset(NamedTuple):
    """Items (their numbers, from 1) with a meaning of their own. counts_from: from which answer on each is counted, None if
    none is. needed: how many have to be."""

    id: str
    title: str
    items: Tuple[int, ...]
    counts_from: Tuple[Optional[int], ...]
    needed: int
    source: str


class InstrumentVariant(NamedTuple):
    """Another way to count."""

    id: str
    title: str
    source: str


class Scoring(NamedTuple):
    """How to score where there is a choice: a variant and a set of bands by id, and whether the mean of what was answered may
    stand in for what is missing, as far as the instrument allows it."""

    variant: Optional[str] = None
    bands: Optional[str] = None
    prorate: bool = True


@handle("hw_scoring_options")
class _ScoringOptions(Handle):
    __slots__ = ()


def _scoring(scoring: Optional[Scoring]) -> Optional[_ScoringOptions]:
    if scoring is None:
        return None
    options: _ScoringOptions = _c.hw_scoring_options_new()
    _c.hw_scoring_options_set_variant(options, scoring.variant)
    _c.hw_scoring_options_set_bands(options, scoring.bands)
    _c.hw_scoring_options_set_prorate(options, scoring.prorate)
    return options


@handle("hw_instrument")
class Instrument(Result):
    """A questionnaire: data, with its source. The library brings some; from_json() reads others."""

    __slots__ = ()

    @classmethod
    def find(cls, id: str) -> Optional[Instrument]:
        """One that the library brings ("phq-9"); None if there is none."""
        instrument: Optional[Instrument] = _c.hw_instrument_find(id)
        return instrument

    @classmethod
    def all(cls) -> Tuple[Instrument, ...]:
        """Those that the library brings."""
        return tuple(_c.hw_instrument_at(i) for i in range(_c.hw_instrument_count()))

    @classmethod
    def catalogue(cls) -> Table:
        """Those that the library brings, as columns."""
        table: Table = _c.hw_instruments_table()
        return table

    @classmethod
    def from_json(cls, data: Union[bytes, bytearray, memoryview, str]) -> Instrument:
        """Reads one of your own; docs/instruments.md has the form. Raises ParseError, RangeError, ... whose subject is a path."""
        instrument: Instrument = _c.hw_instrument_from_json(data.encode() if isinstance(data, str) else data)
        return instrument

    id = ReadOnly[str](_c.hw_instrument_id, 'Its id ("phq-9").')
    title = ReadOnly[str](_c.hw_instrument_title, "Its title.")
    version = ReadOnly[str](_c.hw_instrument_version, "The version of the definition; it changes whenever a score could.")
    licence = ReadOnly[str](_c.hw_instrument_licence, "Under which terms it may be used.")
    notice = ReadOnly[Optional[str]](_c.hw_instrument_notice, "What has to be shown wherever its wording is.")
    source = ReadOnly[str](_c.hw_instrument_source, "Where it was published, and what the scoring follows.")
    language = ReadOnly[Optional[str]](_c.hw_instrument_language, "The language of its wording; None if it has none.")
    lead_in = ReadOnly[Optional[str]](_c.hw_instrument_lead_in, "What stands before the items.")
    panel_loinc = ReadOnly[Optional[str]](_c.hw_instrument_panel_loinc, "The LOINC code of the whole; None if not verified.")
    total_loinc = ReadOnly[Optional[str]](_c.hw_instrument_total_loinc, "The LOINC code of its total; None if not verified.")
    better = ReadOnly[Better](_c.hw_instrument_better, "Which way is better for the client.")
    least = ReadOnly[float](_c.hw_instrument_least, "The least total of a complete form.")
    greatest = ReadOnly[float](_c.hw_instrument_greatest, "The greatest total of a complete form.")
    may_miss = ReadOnly[int](_c.hw_instrument_may_miss, "How many answers may be missing for there to be a total.")
    may_miss_source = ReadOnly[Optional[str]](_c.hw_instrument_may_miss_source, "Who says so; None if none may be missing.")

    items = ReadOnly[Tuple[InstrumentItem, ...]](
        lambda self: tuple(
            InstrumentItem(_c.hw_instrument_item_text_at(self, i), _c.hw_instrument_item_least_at(self, i),
                 _c.hw_instrument_item_greatest_at(self, i), _c.hw_instrument_item_reversed_at(self, i),
                 _c.hw_instrument_item_safety_at(self, i), _c.hw_instrument_item_loinc_at(self, i))
            for i in range(_c.hw_instrument_item_count(self))),
        "The items; on paper they count from 1.")
    answers = ReadOnly[Tuple[AnswerText, ...]](
        lambda self: tuple(
            AnswerText(_c.hw_instrument_answer_value_at(self, i), _c.hw_instrument_answer_text_at(self, i),
                       _c.hw_instrument_answer_loinc_at(self, i))
            for i in range(_c.hw_instrument_answer_count(self))),
        "The answers that have words.")
    band_sets = ReadOnly[Tuple[BandSet, ...]](
        lambda self: tuple(
            BandSet(_c.hw_instrument_set_id_at(self, i), _c.hw_instrument_set_source_at(self, i), tuple(
                Band(_c.hw_instrument_band_from_at(self, i, n), _c.hw_instrument_band_word_at(self, i, n),
                     _c.hw_instrument_band_title_at(self, i, n))
                for n in range(_c.hw_instrument_band_count(self, i))))
            for i in range(_c.hw_instrument_set_count(self))),
        "What totals are called; the first set is the default.")
    screens = ReadOnly[Tuple[Screen, ...]](
        lambda self: tuple(
            Screen(_c.hw_instrument_screen_id_at(self, i), _c.hw_instrument_screen_value_at(self, i),
                   _c.hw_instrument_screen_low_at(self, i), _c.hw_instrument_screen_source_at(self, i))
            for i in range(_c.hw_instrument_screen_count(self))),
        "The thresholds.")
    subsets = ReadOnly[Tuple[ItemSubset, ...]](
        lambda self: tuple(self._subset(i) for i in range(_c.hw_instrument_subset_count(self))),
        "The items that have a meaning of their own together.")
    variants = ReadOnly[Tuple[InstrumentVariant, ...]](
        lambda self: tuple(
            InstrumentVariant(_c.hw_instrument_variant_id_at(self, i), _c.hw_instrument_variant_title_at(self, i),
                    _c.hw_instrument_variant_source_at(self, i))
            for i in range(_c.hw_instrument_variant_count(self))),
        "Other ways to count.")

    def _subset(self, i: int) -> ItemSubset:
        count = range(_c.hw_instrument_subset_item_count(self, i))
        return ItemSubset(
            _c.hw_instrument_subset_id_at(self, i), _c.hw_instrument_subset_title_at(self, i),
            tuple(_c.hw_instrument_subset_item_at(self, i, n) for n in count),
            tuple(_c.hw_instrument_subset_counts_from_at(self, i, n) for n in count),
            _c.hw_instrument_subset_needed(self, i), _c.hw_instrument_subset_source_at(self, i))

    def score(self, answers: Numbers, scoring: Optional[Scoring] = None) -> QuestionnaireScore:
        """Scores a form: an answer for each item, in their order, None for one that is missing. Raises RangeError with the item's
        number as subject, ArgumentError, NotFoundError."""
        score: QuestionnaireScore = _c.hw_instrument_score(self, answers, _scoring(scoring))
        return score

    def table(self) -> Table:
        """The items as columns."""
        return self._table(_c.hw_instrument_table(self))

    def __repr__(self) -> str:
        return f"<Instrument {self.id}>"


@handle("hw_questionnaire_score")
class QuestionnaireScore(Result):
    """A form that was scored."""

    __slots__ = ("_keep",)                      # the questionnaires that it is one of
    _keep: object

    instrument = ReadOnly[Instrument](_c.hw_questionnaire_score_instrument, "The instrument.")
    total = ReadOnly[Estimate](_c.hw_questionnaire_score_total, "The total; n: how many items were answered.")
    exact = ReadOnly[Optional[float]](_c.hw_questionnaire_score_exact, "The total before it was rounded.")
    raw = ReadOnly[int](_c.hw_questionnaire_score_raw, "The sum of what was answered, reversed items turned round.")
    answered = ReadOnly[int](_c.hw_questionnaire_score_answered, "How many items were answered.")
    expected = ReadOnly[int](_c.hw_questionnaire_score_expected, "How many there are to answer.")
    prorated = ReadOnly[bool](_c.hw_questionnaire_score_prorated, "Whether the mean stands in for answers that are missing.")
    least = ReadOnly[float](_c.hw_questionnaire_score_least, "The least total that there can be, counted this way.")
    greatest = ReadOnly[float](_c.hw_questionnaire_score_greatest, "The greatest.")
    band = ReadOnly[Optional[str]](_c.hw_questionnaire_score_band, "The word of the total's band; None if it has none.")
    band_title = ReadOnly[Optional[str]](_c.hw_questionnaire_score_band_title, "The band's name in English.")
    band_set = ReadOnly[Optional[str]](_c.hw_questionnaire_score_band_set, "The id of the set that the band is from.")
    flags = ReadOnly[Tuple[int, ...]](
        lambda self: tuple(_c.hw_questionnaire_score_flag_at(self, i)
                           for i in range(_c.hw_questionnaire_score_flag_count(self))),
        "The numbers, from 1, of the safety items that were answered at or above their threshold.")

    def screen(self, id: str) -> Optional[bool]:
        """Whether a threshold is reached; None if the total is undefined, or it has no meaning here. Raises KeyError."""
        reached: Optional[bool] = _c.hw_questionnaire_score_screen(self, _place(self.instrument.screens, id))
        return reached

    def subset(self, id: str) -> Estimate:
        """The sum of a subset's items. Raises KeyError."""
        total: Estimate = _c.hw_questionnaire_score_subset(self, _place(self.instrument.subsets, id))
        return total

    def subset_counted(self, id: str) -> Estimate:
        """How many of a subset's items count; a lower bound when answers are missing. Raises KeyError."""
        counted: Estimate = _c.hw_questionnaire_score_subset_counted(self, _place(self.instrument.subsets, id))
        return counted

    def table(self) -> Table:
        """All of it as columns."""
        return self._table(_c.hw_questionnaire_score_table(self))

    def __repr__(self) -> str:
        return f"<QuestionnaireScore of {self.instrument.id}: {self.total.value}>"


def _place(things: Tuple[Union[Screen, ItemSubset], ...], id: str) -> int:
    for place, thing in enumerate(things):
        if thing.id == id:
            return place
    raise KeyError(id)
