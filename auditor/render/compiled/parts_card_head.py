"""`parts/card_head.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'parts/card_head.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_m = resolve('m')
    l_0_card = resolve('card')
    pass
    yield '<span class="head">'
    yield escape(context.call(l_0_m.verdict, l_0_card.badge))
    yield ' <span class="id">'
    yield escape(l_0_card.id)
    yield '</span></span>\n<h4 id="'
    yield escape(l_0_card.anchor)
    yield '--title">'
    yield escape(l_0_card.title)
    yield '</h4>'

blocks = {}
debug_info = '1=14&2=18'
