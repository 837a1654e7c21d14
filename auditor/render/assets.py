"""The page's style and script, and the policy that allows them and nothing else."""

from auditor.hashing import sha256
from auditor.render.jinja_run import Markup
from auditor.render.picture_views import View


class Assets(View, frozen=True):
    """What goes into the head of the page as it is. `policy` names the hashes of `style` and `script`."""

    policy: str
    style: Markup
    script: Markup


def make_assets(style: str, script: str, own_colours: str = "") -> Assets:
    """The assets of a page that may load nothing, send nothing and run only `script`; `own_colours` come after `style`.

    Raises `ValueError` for a style or script that would end its own element: then the page could not be trusted.
    """
    style += own_colours
    for text, end in ((style, "</style"), (script, "</script")):
        if end in text.lower():
            raise ValueError(end)
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return Assets(policy=policy, style=Markup(style), script=Markup(script))


def _hash(text: str) -> str:
    from binascii import b2a_base64

    return f"sha256-{b2a_base64(sha256(text.encode()), newline=False).decode()}"
