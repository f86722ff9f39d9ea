# SPDX-License-Identifier: MIT
"""What an entry of an assignment is to say: the fields of its kind, and those of its own."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Mapping, NamedTuple, Optional, Tuple, Union, overload

from . import _homework as _c
from ._handle import Handle, ReadOnly, handle
from .enums import FieldType, Kind, Phase
from .occurrences import pick
from .tables import Result, Table

__all__ = ["Form", "FormField", "Question"]


@handle("hw_field")
class FormField(Handle):
    """A field that is being described, for the `fields` of an assignment or a template.

        >>> FormField("mood", "rating", title="How was it?", phase="after", least=0, greatest=10, whole=True)
        <FormField mood>
        >>> FormField("place", "choice", choices={"home": "At home", "away": "Somewhere else"})
        <FormField place>
    """

    __slots__ = ()

    def __init__(self, name: str, type: Union[FieldType, str] = FieldType.TEXT, *, title: Optional[str] = None,
                 phase: Union[Phase, str] = Phase.NONE, least: Optional[float] = None, greatest: Optional[float] = None,
                 whole: bool = False, unit: Optional[str] = None, group: Optional[str] = None, required: bool = False,
                 confidential: bool = False, choices: Optional[Mapping[str, str]] = None) -> None:
        """least, greatest, whole: of numbers and ratings. group: fields of one group repeat together. required: an entry of
        something done must say it. confidential: stays with its author. choices: {what entries say: the answer in words}."""
        self.this = _c.hw_field_new(name, type).this
        _c.hw_field_set_phase(self, phase)
        if least is not None or greatest is not None:
            _c.hw_field_set_range(self, least, greatest)
        _c.hw_field_set_whole(self, whole)
        _c.hw_field_set_unit(self, unit)
        _c.hw_field_set_group(self, group)
        _c.hw_field_set_required(self, required)
        _c.hw_field_set_confidential(self, confidential)
        if title is not None:
            self.set_title(title)
        for value, text in (choices or {}).items():
            self.choice(value, text)

    name = ReadOnly[str](_c.hw_field_name, "Its name.")

    def set_title(self, text: Optional[str], language: Optional[str] = None) -> None:
        """Words the question in a language; None as text removes it."""
        _c.hw_field_set_title(self, language, text)

    def choice(self, value: str, text: str, language: Optional[str] = None) -> None:
        """Adds something to choose, or words it in another language."""
        _c.hw_field_add_choice(self, value, language, text)

    def __repr__(self) -> str:
        return f"<FormField {self.name}>"


class Question(NamedTuple):
    """A field of a form. own: the assignment or template declares it, and not the kind. choices: (what entries say, the
    answer in words)."""

    name: str
    type: FieldType
    phase: Phase
    title: Optional[str]
    least: Optional[float]
    greatest: Optional[float]
    whole: bool
    unit: Optional[str]
    group: Optional[str]
    required: bool
    confidential: bool
    own: bool
    choices: Tuple[Tuple[str, Optional[str]], ...]


@handle("hw_form")
class Form(Result, Sequence[Question]):
    """All fields that apply to the entries of an assignment, a template or a kind. `form["mood"]` finds a field by its name,
    `form["mood", "after"]` by name and phase."""

    __slots__ = ()

    @staticmethod
    def of(kind: Union[Kind, str]) -> Form:
        """The fields of a kind of homework."""
        form: Form = _c.hw_kind_form(kind)
        return form

    closed = ReadOnly[bool](_c.hw_form_closed, "Whether entries may say nothing else.")

    def __len__(self) -> int:
        count: int = _c.hw_form_count(self)
        return count

    @overload
    def __getitem__(self, index: Union[int, str, Tuple[str, Union[Phase, str]]]) -> Question: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Question, ...]: ...

    def __getitem__(self, index: Union[int, slice, str, Tuple[str, Union[Phase, str]]]) -> Any:
        if isinstance(index, (str, tuple)):
            return self._at(self._find(index))
        return pick(index, len(self), self._at)

    def _find(self, name: Union[str, Tuple[str, Union[Phase, str]]]) -> int:
        place: Optional[int] = _c.hw_form_find(self, *((name, Phase.NONE) if isinstance(name, str) else name))
        if place is None:
            raise KeyError(name)
        return place

    def questions(self, language: Optional[str] = None) -> Tuple[Question, ...]:
        """All fields, worded in a language by BCP 47 lookup; None = the plan's own, and English for the kind's."""
        return tuple(self._at(i, language) for i in range(len(self)))

    def _at(self, i: int, language: Optional[str] = None) -> Question:
        choices = tuple((_c.hw_form_choice_at(self, i, n), _c.hw_form_choice_title_at(self, i, n, language))
                        for n in range(_c.hw_form_choice_count(self, i)))
        return Question(
            _c.hw_form_name_at(self, i), _c.hw_form_type_at(self, i), _c.hw_form_phase_at(self, i),
            _c.hw_form_title_at(self, i, language), _c.hw_form_least_at(self, i), _c.hw_form_greatest_at(self, i),
            _c.hw_form_whole_at(self, i), _c.hw_form_unit_at(self, i), _c.hw_form_group_at(self, i),
            _c.hw_form_required_at(self, i), _c.hw_form_confidential_at(self, i), _c.hw_form_own_at(self, i), choices)

    def field(self, name: Union[str, Tuple[str, Union[Phase, str]]]) -> FormField:
        """A draft with what a field says, by its name or (name, phase), to be changed and given to an assignment or template."""
        field: FormField = _c.hw_form_field_at(self, self._find(name))
        return field

    def table(self, language: Optional[str] = None) -> Table:
        """The fields as columns."""
        return self._table(_c.hw_form_table(self, language))

    def __repr__(self) -> str:
        return f"<Form: {', '.join(question.name for question in self)}>"
