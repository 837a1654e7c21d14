"""`parts/card_body.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'parts/card_body.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_card = resolve('card')
    l_0_t = resolve('t')
    pass
    yield '<dl class="body">\n'
    if l_0_card.reason:
        pass
        yield '<div class="reason"><dt>'
        yield escape(context.call(l_0_t, 'requirement.reason'))
        yield '</dt> <dd>'
        yield escape(l_0_card.reason)
        yield '</dd></div>\n'
    if l_0_card.question:
        pass
        yield '<div class="question"><dt>'
        yield escape(context.call(l_0_t, 'requirement.question'))
        yield '</dt> <dd>'
        yield escape(l_0_card.question)
        yield '</dd></div>\n'
    if l_0_card.repair:
        pass
        yield '<div class="repair"><dt>'
        yield escape(context.call(l_0_t, 'requirement.repair'))
        yield '</dt> <dd>'
        yield escape(l_0_card.repair)
        yield '</dd></div>\n'
    for l_1_plan in l_0_card.plans:
        l_1_m = resolve('m')
        _loop_vars = {}
        pass
        yield '<div class="plan"><dt>'
        yield escape(l_1_plan.title)
        yield '</dt> <dd>'
        yield escape(l_1_plan.says)
        yield ' '
        yield escape(context.call(l_1_m.sheet, l_1_plan, _loop_vars=_loop_vars))
        yield ' '
        yield escape(context.call(l_1_m.cell, l_1_plan, _loop_vars=_loop_vars))
        yield '</dd></div>\n'
    l_1_plan = l_1_m = missing
    if (l_0_card.advice and (not l_0_card.folded)):
        pass
        yield '<div><dt>'
        yield escape(context.call(l_0_t, 'requirement.advice'))
        yield '</dt> <dd>'
        yield escape(l_0_card.advice)
        yield '</dd></div>\n'
    if l_0_card.lapses:
        pass
        yield '<div class="lapses"><dt>'
        yield escape(context.call(l_0_t, 'if_nothing'))
        yield '</dt> <dd><ul>\n'
        for l_1_each in l_0_card.lapses:
            _loop_vars = {}
            pass
            yield '<li>'
            yield escape(l_1_each)
            yield '</li>\n'
        l_1_each = missing
        yield '</ul></dd></div>\n'
    if l_0_card.measure:
        pass
        yield '<div><dt>'
        yield escape(context.call(l_0_t, 'requirement.measure'))
        yield '</dt> <dd class="wide">'
        template = environment.get_template('parts/measure.html.j2', 'parts/card_body.html.j2')
        gen = template.root_render_func(template.new_context(context.get_all(), True, {}))
        try:
            for event in gen:
                yield event
        finally: gen.close()
        yield '</dd></div>\n'
    if l_0_card.evidence.blocks:
        pass
        yield '<div><dt>'
        yield escape(context.call(l_0_t, 'requirement.evidence'))
        yield '</dt> <dd>'
        template = environment.get_template('parts/evidence.html.j2', 'parts/card_body.html.j2')
        gen = template.root_render_func(template.new_context(context.get_all(), True, {}))
        try:
            for event in gen:
                yield event
        finally: gen.close()
        yield '</dd></div>\n'
    if l_0_card.asks:
        pass
        yield '<div><dt>'
        if (l_0_card.layer == 'law'):
            pass
            yield escape(context.call(l_0_t, 'requirement.asks_law'))
        else:
            pass
            yield escape(context.call(l_0_t, 'requirement.asks_other'))
        yield '</dt> <dd>'
        yield escape(l_0_card.asks)
        yield '</dd></div>\n'
    if l_0_card.sources:
        pass
        yield '<div><dt>'
        yield escape(context.call(l_0_t, 'requirement.sources'))
        if l_0_card.norm:
            pass
            yield ' <span class="norm">'
            yield escape(l_0_card.norm)
            yield '</span>'
        yield '</dt> <dd><ul class="sources">\n'
        for l_1_source in l_0_card.sources:
            _loop_vars = {}
            pass
            yield '<li>'
            if l_1_source.url:
                pass
                yield '<a href="'
                yield escape(l_1_source.url)
                yield '" rel="noreferrer">'
                yield escape(l_1_source.cited)
                yield '</a>'
            else:
                pass
                yield escape(l_1_source.cited)
            yield ' '
            if l_1_source.firm:
                pass
                yield '<span class="sure">'
                yield escape(context.call(l_0_t, 'source.firm', _loop_vars=_loop_vars))
                yield '</span>'
            else:
                pass
                yield '<span class="unsure">'
                yield escape(context.call(l_0_t, 'source.verify', _loop_vars=_loop_vars))
                yield '</span>'
            yield '<span class="why">'
            yield escape(l_1_source.codes)
            yield ': '
            yield escape(l_1_source.meaning)
            if l_1_source.remark:
                pass
                yield '. '
                yield escape(l_1_source.remark)
            yield '</span></li>\n'
        l_1_source = missing
        yield '</ul></dd></div>\n'
    if l_0_card.how:
        pass
        yield '<div><dt>'
        yield escape(context.call(l_0_t, 'requirement.how'))
        yield '</dt> <dd>'
        yield escape(l_0_card.how)
        yield '</dd></div>\n'
    if l_0_card.sectors:
        pass
        yield '<div><dt>'
        yield escape(context.call(l_0_t, 'requirement.sectors'))
        yield '</dt> <dd>'
        yield escape(l_0_card.sectors)
        yield '</dd></div>\n'
    yield '</dl>'

blocks = {}
debug_info = '2=14&3=17&5=21&6=24&8=28&9=31&11=35&12=40&14=49&15=52&17=56&18=59&19=61&20=65&24=69&25=72&27=81&28=84&30=93&31=96&33=105&34=108&35=115&36=119&37=141&41=151&42=154&44=158&45=161'
