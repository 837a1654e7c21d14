"""One client's audit, as a worker does it: on a process of this machine or on a machine of a cluster."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import msgspec

from auditor.api import judge, read_mapping
from auditor.errors import AuditorError
from auditor.intake.known import KnownAs
from auditor.layouts import Library
from auditor.library import load_library, load_texts
from auditor.portfolio.clients import Client
from auditor.portfolio.shelf import REPORT, RESULT
from auditor.render import render_all
from auditor.report import defect_words, error_words
from auditor.texts import Texts


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for every client of a run. `sectors` are for clients that do not say theirs."""

    as_of: date
    sectors: tuple[str, ...] = ()
    lang: str = "nl"
    checklists: tuple[str, ...] = ()
    pseudonym_key: bytes = b""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a client: its report and result file, or the sentence that says why there is none."""

    client: str
    page: bytes = b""
    result: bytes = b""
    error: str = ""


def audit_client(client: Client, terms: Terms) -> Done:
    """Audit one client. Whatever is wrong with it is said in its own `Done`; nothing is raised and nothing is written."""
    texts = _texts(terms.lang)
    try:
        library, known = _library(terms.checklists)
        judged = judge(
            [client.folder],
            terms.as_of,
            library,
            known,
            mapping=read_mapping(client.mapping or None, library, known),
            otherwise=terms.sectors,
            pseudonym_key=terms.pseudonym_key,
        )
        edition = judged.edition(terms.lang)
        made = render_all(edition, (REPORT, RESULT))
    except AuditorError as error:
        return Done(client=client.name, error=error_words(error, texts))
    except MemoryError:
        return Done(client=client.name, error=texts.word("error.memory"))
    except Exception as error:  # noqa: BLE001 -- one client's defect must not stop the others
        return Done(client=client.name, error=defect_words(error, texts))
    return Done(client=client.name, page=made[REPORT], result=made[RESULT])


@lru_cache(maxsize=1)
def _library(checklists: Sequence[str]) -> tuple[Library, KnownAs]:
    """Loaded once a worker, not once a client: that would cost as much as a tenth of an audit."""
    library = load_library(checklists)
    return library, KnownAs.of(library.checklist)


@lru_cache(maxsize=2)
def _texts(lang: str) -> Texts:
    return load_texts(lang)
