"""What stops a run: one sentence for the user, and the exit code of the command line.

Findings and problems are values (`auditor.findings`, `auditor.evidence`); only what makes it impossible to go on is raised.
An error carries a sentence id and its facts; the words are in `templates/texts/`, in the report's language.
"""

from auditor.evidence import CellRef, Sentence, sentence


class AuditorError(Exception):
    """Something that stops the run; `says` is what the user reads, `exit_code` what a script sees."""

    exit_code = 3

    def __init__(self, code: str, /, at: CellRef | None = None, **facts: object) -> None:
        super().__init__(code)
        self.says: Sentence = sentence(f"error.{code}", **facts)
        self.at = at


class UsageError(AuditorError):
    """The command was given something it does not know: a sector, a language, a format."""

    exit_code = 2


class InputError(AuditorError):
    """An input cannot be used: not there, not a workbook, protected, damaged."""

    exit_code = 3


class ChecklistError(AuditorError):
    """A checklist or a mapping is broken; the facts name the file, the line and the key."""

    exit_code = 4


class OutputError(AuditorError):
    """An output cannot be written; nothing was written, not even a part."""

    exit_code = 5
