"""The few names that a compiled template needs to run, so that an audit does not have to import jinja2.

jinja2 turns a template into Python (`auditor.render.build` keeps that under `compiled/`); this module stands in for
`jinja2.runtime` and the environment when that Python runs. It knows only what our templates use: expressions, `if`, `for`,
`include`, and macros brought in by `import`. Autoescape is always on. It is stricter than jinja2's `StrictUndefined`: a name
or attribute that does not exist raises at once, also in a test.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import NoReturn, Protocol

PACKAGE = "auditor.render.compiled"


class UndefinedError(LookupError):
    """A template uses a name that it was not given."""


class Markup(str):
    """Text that is markup already: it is not escaped again, by this module or by markupsafe."""

    __slots__ = ()

    def __html__(self) -> str:
        """The markup itself; markupsafe asks for it by this name."""
        return self


def escape(value: object) -> str:
    """`value` as text in which nothing is markup, in an element as well as in a quoted attribute."""
    if isinstance(value, Markup):
        return value
    text = str(value).replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")


class _Missing:
    """The mark of a name without a value."""


missing = _Missing()


def undefined(hint: str = "", *, name: str = "") -> NoReturn:
    """What a compiled template calls for a name that it was not given."""
    raise UndefinedError(hint or name)


class _EvalContext:
    autoescape = True


class Context:
    """The names a template was given, and those it defines itself."""

    def __init__(self, given: Mapping[str, object]) -> None:
        self.given = given
        self.vars: dict[str, object] = {}
        self.exported_vars: set[str] = set()
        self.eval_ctx = _EvalContext()

    def resolve_or_missing(self, name: str) -> object:
        """The value of `name`. Raises `UndefinedError` where it has none: jinja2 would wait until it is used."""
        if name in self.given:
            return self.given[name]
        raise UndefinedError(name)

    def get_all(self) -> dict[str, object]:
        """Every name with its value; what an included template sees."""
        return {**self.given, **self.vars}

    @staticmethod
    def call(function: Callable[..., object], /, *args: object, _loop_vars: object = None, **named: object) -> object:
        """Call `function`; the loop's variables, which jinja2 hands over here, matter to functions we do not have."""
        return function(*args, **named)


class Macro:
    """A macro of a template; calling it gives markup. Arguments go by position, as the compiled code has them."""

    def __init__(
        self, _environment: object, function: Callable[..., str], name: str, parameters: tuple[str, ...], *_: bool
    ) -> None:
        self._function = function
        self._name = name
        self._parameters = parameters

    def __call__(self, *args: object) -> Markup:
        """The macro's markup; parameters not given get their default."""
        if len(args) > len(self._parameters):
            message = f"macro {self._name} takes {len(self._parameters)} arguments"
            raise TypeError(message)
        rest = (missing,) * (len(self._parameters) - len(args))
        return Markup(self._function(*args, *rest))


class _Root(Protocol):
    def __call__(self, context: Context) -> Iterator[str]: ...


class Template:
    """One compiled template."""

    def __init__(self, root: _Root) -> None:
        self.root_render_func = root

    def render(self, given: Mapping[str, object]) -> str:
        """The template with the names that it was given."""
        return "".join(self.root_render_func(Context(given)))

    @staticmethod
    def new_context(given: Mapping[str, object], _shared: object, more: Mapping[str, object]) -> Context:
        """The context of an included template: what the including one sees."""
        return Context({**given, **{name: value for name, value in more.items() if value is not missing}})

    def _get_default_module(self, _context: Context) -> "Module":
        context = Context({})
        "".join(self.root_render_func(context))
        return Module({name: context.vars[name] for name in context.exported_vars})


class Module:
    """What a template exports: its macros, as attributes."""

    def __init__(self, exported: Mapping[str, object]) -> None:
        self.__dict__.update(exported)


class Environment:
    """What a compiled template asks of its environment."""

    undefined = staticmethod(undefined)
    concat = staticmethod("".join)

    def __init__(self) -> None:
        self.templates: dict[str, Template] = {}

    def get_template(self, name: str, _parent: str = "") -> Template:
        """The compiled template of the file `name` in `templates/`."""
        if name not in self.templates:
            self.templates[name] = Template(import_module(f"{PACKAGE}.{module_name(name)}").root)
        return self.templates[name]


def module_name(template: str) -> str:
    """The module that holds a template compiled: `parts/summary.html.j2` is in `parts_summary`."""
    return template.removesuffix(".html.j2").replace("/", "_")


environment = Environment()
Undefined = undefined
