"""`parts/measure.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'parts/measure.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_card = resolve('card')
    l_0_m = resolve('m')
    pass
    yield '<p class="measure"><strong>'
    yield escape(l_0_card.measure.total)
    yield '</strong> '
    yield escape(context.call(l_0_m.bar, l_0_card.measure.bar))
    yield '</p>\n'
    for l_1_part in l_0_card.measure.parts:
        l_1_t = resolve('t')
        _loop_vars = {}
        pass
        yield '<table class="bars">\n<caption>'
        yield escape(l_1_part.caption)
        yield '</caption>\n<thead><tr><th scope="col">'
        yield escape(l_1_part.head)
        yield '</th> <th scope="col">'
        yield escape(context.call(l_1_t, 'measure.covered', _loop_vars=_loop_vars))
        yield '</th> <th scope="col">'
        yield escape(context.call(l_1_t, 'measure.share', _loop_vars=_loop_vars))
        yield '</th></tr></thead>\n<tbody>\n'
        for l_2_row in l_1_part.rows:
            _loop_vars = {}
            pass
            yield '<tr><th scope="row">'
            yield escape(l_2_row.name)
            yield '</th> <td>'
            yield escape(l_2_row.of)
            yield '</td> <td class="share">'
            yield escape(context.call(l_0_m.bar, l_2_row, _loop_vars=_loop_vars))
            yield ' <span>'
            yield escape(l_2_row.percent)
            yield '%</span></td></tr>\n'
        l_2_row = missing
        yield '</tbody>\n</table>\n'
        if l_1_part.shown_of:
            pass
            yield '<p class="cut-off">'
            yield escape(l_1_part.shown_of)
            yield '</p>\n'
    l_1_part = l_1_t = missing

blocks = {}
debug_info = '1=14&2=18&4=23&5=25&7=31&8=35&12=45&13=48'
