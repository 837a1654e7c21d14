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
    l_0_t = resolve('t')
    pass
    yield '<p class="measure"><strong>'
    yield escape(l_0_card.measure.total)
    yield '</strong> '
    yield escape(context.call(l_0_m.bar, l_0_card.measure.bar))
    if l_0_card.measure.lacking:
        pass
        yield ' <span>'
        yield escape(l_0_card.measure.lacking)
        yield '</span>'
    yield '</p>\n'
    if l_0_card.measure.heat:
        pass
        yield '<h5>'
        yield escape(l_0_card.measure.heat.title)
        yield '</h5>\n'
        yield escape(context.call(l_0_m.heat, l_0_card.measure.heat, l_0_t, l_0_card.anchor))
        yield '\n'
    for l_1_part in l_0_card.measure.parts:
        _loop_vars = {}
        pass
        yield '<table class="bars">\n<caption>'
        yield escape(l_1_part.caption)
        yield '</caption>\n<thead><tr><th scope="col">'
        yield escape(l_1_part.head)
        yield '</th> <th scope="col">'
        yield escape(context.call(l_0_t, 'measure.covered', _loop_vars=_loop_vars))
        yield '</th> <th scope="col">'
        yield escape(context.call(l_0_t, 'measure.share', _loop_vars=_loop_vars))
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
    l_1_part = missing

blocks = {}
debug_info = '1=15&2=24&3=27&4=29&6=31&8=35&9=37&11=43&12=47&16=57&17=60'
