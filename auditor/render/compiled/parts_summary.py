"""`parts/summary.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'parts/summary.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_page = resolve('page')
    l_0_t = resolve('t')
    pass
    yield '<section id="conclusion" class="conclusion is-'
    yield escape(l_0_page.conclusion.id)
    yield '" aria-labelledby="conclusion-title">\n<svg class="shape big" viewBox="0 0 20 20" width="56" height="56" aria-hidden="true" focusable="false"><use href="#shape-'
    yield escape(l_0_page.conclusion.id)
    yield '"/></svg>\n<div>\n<p class="eyebrow">'
    yield escape(context.call(l_0_t, 'conclusion.title'))
    yield '</p>\n<h2 id="conclusion-title">'
    yield escape(l_0_page.conclusion.headline)
    yield '</h2>\n<p class="counted">'
    yield escape(l_0_page.conclusion.counted)
    yield '</p>\n<p>'
    yield escape(l_0_page.conclusion.means)
    yield '</p>\n<p class="basis">'
    yield escape(l_0_page.conclusion.judged_on)
    if l_0_page.conclusion.missing:
        pass
        yield ' <strong>'
        yield escape(l_0_page.conclusion.missing)
        yield '</strong>'
    yield ' '
    yield escape(context.call(l_0_t, 'disclaimer'))
    yield '</p>\n</div>\n</section>\n<section id="first" class="first" aria-labelledby="first-title">\n<h2 id="first-title">'
    yield escape(context.call(l_0_t, 'first.title'))
    yield '</h2>\n'
    if l_0_page.first:
        pass
        yield '<p class="intro">'
        yield escape(l_0_page.first_intro)
        yield '</p>\n<ol>\n'
        for l_1_card in l_0_page.first:
            l_1_m = resolve('m')
            _loop_vars = {}
            pass
            yield '<li><div><p class="what"><a href="#'
            yield escape(l_1_card.anchor)
            yield '">'
            yield escape(l_1_card.title)
            yield '</a> '
            yield escape(context.call(l_1_m.verdict, l_1_card.badge, _loop_vars=_loop_vars))
            if (l_1_card.layer != 'law'):
                pass
                yield ' <span class="tag">'
                yield escape(l_1_card.layer_name)
                yield '</span>'
            yield '</p>\n<p class="advice">'
            yield escape(l_1_card.todo)
            yield '</p></div></li>\n'
        l_1_card = l_1_m = missing
        yield '</ol>\n'
        if l_0_page.first_more:
            pass
            yield '<p class="more"><a href="#overview">'
            yield escape(l_0_page.first_more)
            yield '</a></p>\n'
    else:
        pass
        yield '<p class="intro">'
        yield escape(context.call(l_0_t, 'first.none'))
        yield '</p>\n'
    yield '</section>\n<section id="overview" aria-labelledby="overview-title">\n<h2 id="overview-title">'
    yield escape(context.call(l_0_t, 'overview.title'))
    yield '</h2>\n<table class="counts">\n<caption>'
    yield escape(context.call(l_0_t, 'overview.caption'))
    yield '</caption>\n<thead>\n<tr><th scope="col">'
    yield escape(context.call(l_0_t, 'overview.layer'))
    yield '</th> '
    for l_1_badge in l_0_page.verdicts:
        l_1_m = resolve('m')
        _loop_vars = {}
        pass
        yield '<th scope="col">'
        yield escape(context.call(l_1_m.verdict, l_1_badge, _loop_vars=_loop_vars))
        yield '</th> '
    l_1_badge = l_1_m = missing
    yield '</tr>\n</thead>\n<tbody>\n'
    for l_1_layer in l_0_page.layers:
        _loop_vars = {}
        pass
        yield '<tr><th scope="row"><a href="#layer-'
        yield escape(l_1_layer.id)
        yield '">'
        yield escape(l_1_layer.title)
        yield '</a></th> '
        for l_2_count in l_1_layer.counts:
            l_2_m = resolve('m')
            _loop_vars = {}
            pass
            yield '<td'
            if (not l_2_count.number):
                pass
                yield ' class="zero"'
            yield '>'
            yield escape(l_2_count.number)
            yield ' <span class="narrow" aria-hidden="true">'
            yield escape(context.call(l_2_m.verdict, l_2_count.badge, _loop_vars=_loop_vars))
            yield '</span></td> '
        l_2_count = l_2_m = missing
        yield '</tr>\n'
    l_1_layer = missing
    yield '</tbody>\n</table>\n<p class="note">'
    yield escape(context.call(l_0_t, 'overview.note'))
    yield '</p>\n<h3>'
    yield escape(context.call(l_0_t, 'overview.index'))
    yield '</h3>\n'
    for l_1_layer in l_0_page.layers:
        _loop_vars = {}
        pass
        yield '<h4 class="index-title">'
        yield escape(l_1_layer.title)
        yield '</h4>\n<ul class="index" aria-label="'
        yield escape(l_1_layer.index_title)
        yield '">\n'
        for l_2_card in l_1_layer.index:
            l_2_m = resolve('m')
            _loop_vars = {}
            pass
            yield '<li><a class="v-'
            yield escape(l_2_card.badge.id)
            yield '" href="#'
            yield escape(l_2_card.anchor)
            yield '" title="'
            yield escape(l_2_card.title)
            yield '">'
            yield escape(context.call(l_2_m.shape, l_2_card.badge, _loop_vars=_loop_vars))
            yield '<span>'
            yield escape(l_2_card.id)
            yield '</span><span class="unseen">: '
            yield escape(l_2_card.badge.word)
            yield '</span></a></li>\n'
        l_2_card = l_2_m = missing
        yield '</ul>\n'
    l_1_layer = missing
    yield '</section>'

blocks = {}
debug_info = '1=14&2=16&4=18&5=20&6=22&7=24&8=26&12=35&13=37&14=40&16=42&17=47&18=58&21=62&22=65&25=70&29=73&31=75&33=77&36=88&37=92&41=113&42=115&43=117&44=121&45=123&46=125&47=130'
