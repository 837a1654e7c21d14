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
    l_0_shape = l_0_verdict = l_0_cell = l_0_sheet = l_0_bar = missing
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

blocks = {}
debug_info = '2=12&3=19&6=28&7=35&11=46&12=51&16=69&17=76&21=93&22=100'
