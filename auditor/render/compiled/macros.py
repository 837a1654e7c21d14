"""`macros.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'macros.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_shape = l_0_verdict = l_0_cell = l_0_sheet = l_0_bar = l_0_chip = l_0_heat = missing
    pass
    def macro(l_1_badge):
        t_1 = []
        if l_1_badge is missing:
            l_1_badge = undefined("parameter 'badge' was not provided", name='badge')
        pass
        t_1.extend((
            '<svg class="shape v-',
            escape(l_1_badge.id),
            '" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><use href="#shape-',
            escape(l_1_badge.id),
            '"/></svg>',
        ))
        return concat(t_1)
    context.exported_vars.add('shape')
    context.vars['shape'] = l_0_shape = Macro(environment, macro, 'shape', ('badge',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_badge):
        t_2 = []
        if l_1_badge is missing:
            l_1_badge = undefined("parameter 'badge' was not provided", name='badge')
        pass
        t_2.extend((
            '<span class="verdict v-',
            escape(l_1_badge.id),
            '">',
            escape(context.call(l_0_shape, l_1_badge)),
            ' <span>',
            escape(l_1_badge.word),
            '</span></span>',
        ))
        return concat(t_2)
    context.exported_vars.add('verdict')
    context.vars['verdict'] = l_0_verdict = Macro(environment, macro, 'verdict', ('badge',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_at):
        t_3 = []
        if l_1_at is missing:
            l_1_at = undefined("parameter 'at' was not provided", name='at')
        pass
        if l_1_at.cell:
            pass
            t_3.extend((
                '<code class="cell">',
                escape(l_1_at.cell),
                '</code>',
            ))
        else:
            pass
            t_3.extend((
                '<span class="cell">',
                escape(l_1_at.whole),
                '</span>',
            ))
        return concat(t_3)
    context.exported_vars.add('cell')
    context.vars['cell'] = l_0_cell = Macro(environment, macro, 'cell', ('at',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_at):
        t_4 = []
        if l_1_at is missing:
            l_1_at = undefined("parameter 'at' was not provided", name='at')
        pass
        t_4.extend((
            '<span class="path"><span class="file">',
            escape(l_1_at.file),
            '</span>',
        ))
        if l_1_at.sheet:
            pass
            t_4.extend((
                ' <span class="sep" aria-hidden="true">›</span> <span class="sheet">',
                escape(l_1_at.sheet),
                '</span>',
            ))
        t_4.append(
            '</span>',
        )
        return concat(t_4)
    context.exported_vars.add('sheet')
    context.vars['sheet'] = l_0_sheet = Macro(environment, macro, 'sheet', ('at',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_row):
        t_5 = []
        if l_1_row is missing:
            l_1_row = undefined("parameter 'row' was not provided", name='row')
        pass
        t_5.extend((
            '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar-whole" width="100" height="10"/><rect class="bar-part" width="',
            escape(l_1_row.percent),
            '" height="10"/></svg>',
        ))
        return concat(t_5)
    context.exported_vars.add('bar')
    context.vars['bar'] = l_0_bar = Macro(environment, macro, 'bar', ('row',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_card):
        t_6 = []
        if l_1_card is missing:
            l_1_card = undefined("parameter 'card' was not provided", name='card')
        pass
        t_6.extend((
            '<a class="v-',
            escape(l_1_card.badge.id),
            '" href="#',
            escape(l_1_card.anchor),
            '" title="',
            escape(l_1_card.title),
            '">',
            escape(context.call(l_0_shape, l_1_card.badge)),
            '<span>',
            escape(l_1_card.id),
            '</span><span class="unseen">: ',
            escape(l_1_card.title),
            ', ',
            escape(l_1_card.badge.word),
            '</span></a>',
        ))
        return concat(t_6)
    context.exported_vars.add('chip')
    context.vars['chip'] = l_0_chip = Macro(environment, macro, 'chip', ('card',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_given, l_1_t, l_1_id):
        t_7 = []
        if l_1_given is missing:
            l_1_given = undefined("parameter 'given' was not provided", name='given')
        if l_1_t is missing:
            l_1_t = undefined("parameter 't' was not provided", name='t')
        if l_1_id is missing:
            l_1_id = undefined("parameter 'id' was not provided", name='id')
        pass
        t_7.extend((
            '<div class="scroll" tabindex="0" role="region" aria-labelledby="',
            escape(l_1_id),
            '--caption">\n<table class="heat">\n<caption id="',
            escape(l_1_id),
            '--caption">',
            escape(l_1_given.caption),
            '</caption>\n<thead><tr><th scope="col">',
            escape(l_1_given.corner),
            '</th> ',
        ))
        for l_2_head in l_1_given.heads:
            _loop_vars = {}
            pass
            t_7.append(
                '<th scope="col">',
            )
            if l_2_head.anchor:
                pass
                t_7.extend((
                    '<a href="#',
                    escape(l_2_head.anchor),
                    '">',
                    escape(l_2_head.word),
                    '</a>',
                ))
            else:
                pass
                t_7.append(
                    escape(l_2_head.word),
                )
            t_7.append(
                '</th> ',
            )
        l_2_head = missing
        t_7.append(
            '</tr></thead>\n<tbody>\n',
        )
        for l_2_row in l_1_given.rows:
            _loop_vars = {}
            pass
            t_7.extend((
                '<tr><th scope="row">',
                escape(l_2_row.name),
                '</th> ',
            ))
            for l_3_cell in l_2_row.cells:
                _loop_vars = {}
                pass
                t_7.extend((
                    '<td class="h-',
                    escape(l_3_cell.level),
                    '">',
                ))
                if l_3_cell.words:
                    pass
                    t_7.append(
                        escape(l_3_cell.words),
                    )
                    if l_3_cell.few:
                        pass
                        t_7.append(
                            '<span aria-hidden="true">*</span>',
                        )
                else:
                    pass
                    t_7.extend((
                        '<span aria-hidden="true">–</span><span class="unseen">',
                        escape(context.call(l_1_t, 'pictures.nobody', _loop_vars=_loop_vars)),
                        '</span>',
                    ))
                t_7.append(
                    '</td> ',
                )
            l_3_cell = missing
            t_7.append(
                '</tr>\n',
            )
        l_2_row = missing
        t_7.append(
            '</tbody>\n</table>\n</div>\n<p class="legend">',
        )
        for l_2_key in l_1_given.legend:
            _loop_vars = {}
            pass
            t_7.extend((
                '<span class="h-',
                escape(l_2_key.name),
                '">',
                escape(l_2_key.value),
                '</span> ',
            ))
        l_2_key = missing
        if l_1_given.few:
            pass
            t_7.append(
                escape(context.call(l_1_t, 'pictures.few')),
            )
        t_7.append(
            '</p>\n',
        )
        if l_1_given.shown_of:
            pass
            t_7.extend((
                '<p class="cut-off">',
                escape(l_1_given.shown_of),
                '</p>\n',
            ))
        return concat(t_7)
    context.exported_vars.add('heat')
    context.vars['heat'] = l_0_heat = Macro(environment, macro, 'heat', ('given', 't', 'id'), False, False, False, context.eval_ctx.autoescape)

blocks = {}
debug_info = '2=12&3=19&6=28&7=35&11=46&12=51&16=69&17=76&21=93&22=100&26=107&27=114&31=133&32=144&34=146&35=150&37=180&38=185&43=224&44=243&45=247'
