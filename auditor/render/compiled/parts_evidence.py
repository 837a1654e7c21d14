"""`parts/evidence.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'parts/evidence.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_t = resolve('t')
    l_0_card = resolve('card')
    pass
    yield '<table class="evidence" aria-label="'
    yield escape(context.call(l_0_t, 'evidence.caption', id=l_0_card.id))
    yield '">\n<thead><tr><th scope="col">'
    yield escape(context.call(l_0_t, 'evidence.cell'))
    yield '</th> <th scope="col">'
    yield escape(context.call(l_0_t, 'evidence.says'))
    yield '</th></tr></thead>\n'
    for l_1_block in l_0_card.evidence.blocks:
        l_1_m = resolve('m')
        _loop_vars = {}
        pass
        yield '<tbody>\n<tr class="where"><th scope="rowgroup" colspan="2"><span class="register">'
        yield escape(l_1_block.register)
        yield '</span> <span class="sep" aria-hidden="true">›</span> '
        yield escape(context.call(l_1_m.sheet, l_1_block.at, _loop_vars=_loop_vars))
        yield '</th></tr>\n'
        for l_2_row in l_1_block.rows:
            _loop_vars = {}
            pass
            yield '<tr><td>'
            yield escape(context.call(l_1_m.cell, l_2_row, _loop_vars=_loop_vars))
            yield '</td> <td>'
            yield escape(l_2_row.says)
            yield '</td></tr>\n'
        l_2_row = missing
        yield '</tbody>\n'
    l_1_block = l_1_m = missing
    yield '</table>\n'
    if l_0_card.evidence.shown_of:
        pass
        yield '<p class="cut-off">'
        yield escape(l_0_card.evidence.shown_of)
        yield '</p>\n'

blocks = {}
debug_info = '1=14&2=16&3=20&5=25&6=29&7=33&12=41&13=44'
