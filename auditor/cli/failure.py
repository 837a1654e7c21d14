"""What went wrong, in one sentence on stderr, and the exit code that goes with it."""

import os
from collections.abc import Sequence

import click

from auditor.cli.screen import say
from auditor.errors import AuditorError
from auditor.evidence import Fact
from auditor.library import load_texts
from auditor.report import defect_words, error_words, meant
from auditor.texts import Texts

_USAGE, _INPUT, _INTERRUPTED = 2, 3, 130


def explain(error: BaseException, arguments: Sequence[str]) -> int:
    """Say it in the language that was asked for, and give the exit code."""
    texts = load_texts(wanted_language(arguments))
    if isinstance(error, AuditorError):
        say(error_words(error, texts), as_error=True)
        return error.exit_code
    if isinstance(error, KeyboardInterrupt | click.Abort):
        say(texts.word("error.interrupted"), as_error=True)
        return _INTERRUPTED
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.ClickException):
        say(_usage(error, texts), as_error=True)
        return _USAGE
    if isinstance(error, MemoryError):
        say(texts.word("error.memory"), as_error=True)
        return _INPUT
    if os.environ.get("MELDCODE_PROOF_DEBUG"):
        import traceback  # costs milliseconds, and is needed for defects only

        traceback.print_exception(error)
    say(defect_words(error, texts), as_error=True)
    return _INPUT


def wanted_language(arguments: Sequence[str]) -> str:
    """The language of `--lang`, as far as the arguments show it; Dutch otherwise."""
    for i, argument in enumerate(arguments):
        if argument == "--lang=en" or (argument == "--lang" and arguments[i + 1 : i + 2] == ["en"]):
            return "en"
    return "nl"


def _usage(error: click.ClickException, texts: Texts) -> str:
    """One sentence for what click refused."""
    facts: dict[str, Fact] = {}
    if isinstance(error, click.NoSuchOption):
        code, facts = "no_such_option", {"option": error.option_name, "meant": tuple(error.possibilities or ())[:1]}
    elif isinstance(error, click.BadOptionUsage):
        code, facts = "bad_option", {"option": error.option_name}
    elif isinstance(error, click.MissingParameter):
        code, facts = "missing", {"what": _name(error)}
    elif isinstance(error, click.BadParameter):
        code, facts = "bad_value", {"what": _name(error), "choices": _choices(error)}
        facts["meant"] = _nearest(error.message, _choices(error))
        if not facts["choices"]:
            code = "bad_value_plain"
    elif "No such command" in error.message:
        code, facts = "no_such_command", {"commands": tuple(_commands()), "meant": _nearest(error.message, _commands())}
    else:
        code = "other"
    return texts.fill(f"error.usage.{code}", facts) + meant(facts, texts)


def _nearest(message: str, known: Sequence[str]) -> tuple[str, ...]:
    """The known words that the first word in quotes, as click repeats what was typed, may be meant to be."""
    from auditor.intake.suggest import nearest

    quoted = message.partition("'")[2].partition("'")[0]
    return nearest(quoted, known)


def _name(error: click.BadParameter) -> str:
    """What click calls the parameter: its options, or what stands for an argument in the usage line, once."""
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return "/".join(error.param.opts)
    return error.param.make_metavar(_ctx(error)).removesuffix("...")


def _ctx(error: click.UsageError) -> click.Context:
    return error.ctx or click.Context(click.Command(""))


def _choices(error: click.BadParameter) -> tuple[str, ...]:
    kind = error.param.type if error.param else None
    return tuple(str(choice) for choice in kind.choices) if isinstance(kind, click.Choice) else ()


def _commands() -> list[str]:
    from auditor.cli import COMMANDS

    return list(COMMANDS)
