"""The main job as a function: registers in, judgement out. The command line and `from auditor import audit` both use it."""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from auditor.ahead.outlook import Outlook, look_ahead
from auditor.checklist import Checklist
from auditor.errors import InputError, UsageError
from auditor.evaluate import evaluate
from auditor.findings import Outcome
from auditor.intake.known import KnownAs
from auditor.intake.limits import LARGE, NORMAL
from auditor.intake.mapping import MappingFile
from auditor.intake.pace import Pace
from auditor.intake.read import collect, read_book
from auditor.intake.records import Intake, take_in
from auditor.intake.watch import Watch
from auditor.layouts import Library
from auditor.library import load_library, load_texts
from auditor.registers import Organisation
from auditor.render.edition import Edition
from auditor.report import Material, write_report
from auditor.result import Result
from auditor.texts import Texts

if TYPE_CHECKING:
    import pandas as pd


class Audit(msgspec.Struct, frozen=True):
    """One organisation, judged on one day. Nothing in it depends on the clock or the machine."""

    outcome: Outcome
    outlook: Outlook
    intake: Intake
    library: Library

    def edition(self, lang: str = "nl") -> Edition:
        """What every output is made of, in Dutch (`nl`) or English (`en`)."""
        texts = load_texts(lang)
        return Edition(
            result=self._result(texts),
            checklist=self.library.checklist,
            texts=texts,
            outcome=self.outcome,
            registers=self.intake.registers,
        )

    def result(self, lang: str = "nl") -> Result:
        """What the result file holds, in Dutch (`nl`) or English (`en`)."""
        return self._result(load_texts(lang))

    def _result(self, texts: Texts) -> Result:
        material = Material(
            outcome=self.outcome,
            checklist=self.library.checklist,
            organisation=self.intake.registers.organisation,
            problems=self.intake.problems,
            inputs=self.intake.inputs,
            outlook=self.outlook,
        )
        return write_report(material, texts)

    def to_dict(self, lang: str = "nl") -> dict[str, Any]:
        """The result file as plain dicts, lists, text and numbers, as `json.load` gives them."""
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self.result(lang)))
        return plain

    def to_frame(self, lang: str = "nl") -> "pd.DataFrame":
        """The requirements as a pandas table: a row for each, its lists joined to text."""
        import pandas as pd

        return pd.DataFrame([_row(each) for each in self.to_dict(lang)["requirements"]])


def _row(requirement: Mapping[str, Any]) -> dict[str, Any]:
    measure = requirement["measure"] or {"covered": None, "population": None}
    return {
        "id": requirement["id"],
        "layer": requirement["layer"],
        "sectors": ", ".join(requirement["sectors"]),
        "title": requirement["title"],
        "verdict": requirement["verdict"],
        "reason": requirement["reason"],
        "advice": requirement["advice"],
        "would_be_met_if": requirement["would_be_met_if"],
        "sources": "; ".join(f"{source['law']} {source['article']}" for source in requirement["sources"]),
        "cells": "; ".join(f"{seen['file']}!{seen['sheet']}!{seen['cell']}" for seen in requirement["evidence"]),
        "covered": measure["covered"],
        "population": measure["population"],
    }


def audit(  # noqa: PLR0913 -- what the contract lets a caller say
    paths: Iterable[str | os.PathLike[str]],
    as_of: date,
    sectors: Sequence[str] = (),
    mapping: str | os.PathLike[str] | None = None,
    checklists: Sequence[str] = (),
    *,
    pseudonym_key: bytes = b"",
    large: bool = False,
    pace: Pace | None = None,
) -> Audit:
    """Judge the organisation whose registers stand in `paths` (files and folders) on `as_of`.

    `sectors` are codes or plain names; without them the organisation's own sheet says which. `mapping` is a YAML file that
    says what sheets, columns and words are; `checklists` are YAML files that add requirements. With a secret
    `pseudonym_key` people without a number have the same pseudonym in every audit, and nobody without the key can tell
    whose it is. `large` raises the limits of what is taken in; `pace` is told how far that has come. Raises the errors of the command line (`auditor.errors`); pure but for reading the files.
    """
    library = load_library(checklists)
    known = KnownAs.of(library.checklist)
    said = read_mapping(mapping, library, known)
    chosen = chosen_sectors(sectors, known, library.checklist)
    return judge(
        paths, as_of, library, known, sectors=chosen, mapping=said, pseudonym_key=pseudonym_key, large=large, pace=pace
    )


def judge(  # noqa: PLR0913 -- what one audit differs in from another
    paths: Iterable[str | os.PathLike[str]],
    as_of: date,
    library: Library,
    known: KnownAs,
    *,
    sectors: Sequence[str] = (),
    otherwise: Sequence[str] = (),
    mapping: MappingFile | None = None,
    pseudonym_key: bytes = b"",
    large: bool = False,
    pace: Pace | None = None,
) -> Audit:
    """As `audit`, with a library that is loaded already, for whoever judges many organisations.

    `sectors` are codes; so are those in `otherwise`, which are taken where neither `sectors` nor the organisation says any.
    """
    intake = read_registers(paths, library, known, mapping, pseudonym_key, large=large, pace=pace)
    if not intake.registers.given():
        raise InputError("input.no_register", files=tuple(each.file for each in intake.inputs))
    chosen = sectors or _own_sectors(intake.registers.organisation, library.checklist, otherwise)
    outcome = evaluate(library.checklist, intake.registers, as_of, chosen)
    return Audit(outcome, look_ahead(library.checklist, outcome, intake.registers), intake, library)


def read_mapping(path: str | os.PathLike[str] | None, library: Library, known: KnownAs) -> MappingFile | None:
    """The mapping in a YAML file, if one is given. Raises `ChecklistError` for one that is broken."""
    if path is None:
        return None
    from auditor.mappingfile import load_mapping  # it parses YAML

    return load_mapping(os.fspath(path), library, known)


def read_registers(  # noqa: PLR0913 - what a run is given
    paths: Iterable[str | os.PathLike[str]],
    library: Library,
    known: KnownAs,
    mapping: MappingFile | None = None,
    pseudonym_key: bytes = b"",
    *,
    large: bool = False,
    watch: Watch | None = None,
    pace: Pace | None = None,
) -> Intake:
    """What stands in the files and folders of `paths`, understood as far as it can be, and as `mapping` says.

    `large` raises the limits of what is taken in; `watch` looks on, and `pace` is told how far it has come.
    """
    limits = LARGE if large else NORMAL
    found = collect([os.fspath(path) for path in paths], limits)
    books = (read_book(each.path, each.name, limits) for each in found)
    return take_in(books, library.vocabulary, known, mapping, pseudonym_key, watch=watch, pace=pace)


def chosen_sectors(names: Iterable[str], known: KnownAs, checklist: Checklist) -> tuple[str, ...]:
    """The sector codes that were asked for, by code or plain name. Raises `UsageError` for a name we do not know."""
    codes: list[str] = []
    for name in names:
        found, unknown = known.sectors_of(name)
        if unknown or not found:
            raise _unknown_sector(name, known, checklist)
        codes += found
    return tuple(dict.fromkeys(codes))


def _unknown_sector(name: str, known: KnownAs, checklist: Checklist) -> UsageError:
    from auditor.intake.suggest import nearest

    codes = tuple(sector.id for sector in checklist.sectors)
    return UsageError("sector.unknown", sector=name, known=codes, meant=nearest(name, known.sectors))


def _own_sectors(organisation: Organisation | None, checklist: Checklist, otherwise: Sequence[str]) -> Sequence[str]:
    cells = organisation.sectors if organisation is not None else ()
    codes = tuple(cell.value for cell in cells if cell.value)
    if codes:
        return codes
    unreadable = next((cell for cell in cells if cell.is_unreadable), None)
    if unreadable is not None:
        known = tuple(sector.id for sector in checklist.sectors)
        raise InputError("sector.unreadable", unreadable.at, typed=unreadable.typed, known=known)
    if otherwise:
        return otherwise
    raise UsageError("sector.none")
