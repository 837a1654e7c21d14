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
    yield '<div class="front">\n<section id="conclusion" class="conclusion is-'
    yield escape(l_0_page.conclusion.id)
    yield '" aria-labelledby="conclusion-title">\n<svg class="shape big" viewBox="0 0 20 20" width="56" height="56" aria-hidden="true" focusable="false"><use href="#shape-'
    yield escape(l_0_page.conclusion.id)
    yield '"/></svg>\n<div>\n<p class="unseen">'
    yield escape(context.call(l_0_t, 'conclusion.title'))
    yield '</p>\n<h2 id="conclusion-title">'
    yield escape(l_0_page.conclusion.headline)
    yield '</h2>\n<p class="counted">'
    yield escape(l_0_page.conclusion.counted)
    yield '</p>\n<p class="means">'
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
        yield '</p>\n'
        if l_0_page.first_more:
            pass
            yield '<p class="more"><a href="#pictures">'
            yield escape(l_0_page.first_more)
            yield '</a></p>\n'
        yield '<ol>\n'
        for l_1_each in l_0_page.first:
            l_1_m = resolve('m')
            _loop_vars = {}
            pass
            yield '<li><div><p class="what"><a href="#'
            yield escape(l_1_each.card.anchor)
            yield '">'
            yield escape(l_1_each.card.title)
            yield '</a> '
            yield escape(context.call(l_1_m.verdict, l_1_each.card.badge, _loop_vars=_loop_vars))
            yield '</p>\n<p class="advice">'
            yield escape(l_1_each.todo)
            yield '</p>\n'
            if ((l_1_each.why or l_1_each.who) or (l_1_each.card.layer != 'law')):
                pass
                yield '<p class="why">'
                if (l_1_each.card.layer != 'law'):
                    pass
                    yield '<span class="tag">'
                    yield escape(l_1_each.card.layer_name)
                    yield '</span> '
                if l_1_each.why:
                    pass
                    yield escape(l_1_each.why)
                if l_1_each.who:
                    pass
                    yield ' <span class="who">'
                    yield escape(context.call(l_0_t, 'first.who', _loop_vars=_loop_vars))
                    yield ': '
                    yield escape(l_1_each.who)
                    yield '</span>'
                yield '</p>\n'
            yield '</div></li>\n'
        l_1_each = l_1_m = missing
        yield '</ol>\n'
    else:
        pass
        yield '<p class="intro">'
        yield escape(context.call(l_0_t, 'first.none'))
        yield '</p>\n'
    yield '</section>\n<section id="overview" class="overview" aria-labelledby="overview-title">\n<h2 id="overview-title">'
    yield escape(context.call(l_0_t, 'overview.title'))
    yield '</h2>\n<ul class="layers">\n'
    for l_1_layer in l_0_page.layer_counts:
        _loop_vars = {}
        pass
        yield '<li><p class="stands"><a href="#layer-'
        yield escape(l_1_layer.id)
        yield '">'
        yield escape(l_1_layer.title)
        yield '</a> <strong>'
        yield escape(l_1_layer.judged)
        yield '</strong>'
        if (l_1_layer.excluded and (l_1_layer.id == 'law')):
            pass
            yield ' <span class="excluded-too">'
            yield escape(l_1_layer.excluded)
            yield '</span>'
        yield '</p>\n<svg class="parts" viewBox="0 0 400 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        for l_2_part in l_1_layer.segments:
            _loop_vars = {}
            pass
            yield '<rect class="v-'
            yield escape(l_2_part.id)
            yield ' part-'
            yield escape(l_2_part.id)
            yield '" x="'
            yield escape(l_2_part.x)
            yield '" width="'
            yield escape(l_2_part.width)
            yield '" y="1" height="10"/>'
        l_2_part = missing
        yield '</svg>\n<ul class="tally">\n'
        for l_2_count in l_1_layer.counts:
            l_2_m = resolve('m')
            _loop_vars = {}
            pass
            yield '<li class="v-'
            yield escape(l_2_count.badge.id)
            yield '">'
            yield escape(context.call(l_2_m.shape, l_2_count.badge, _loop_vars=_loop_vars))
            yield ' <strong>'
            yield escape(l_2_count.number)
            yield '</strong> '
            yield escape(l_2_count.badge.word)
            yield '</li>\n'
        l_2_count = l_2_m = missing
        yield '</ul></li>\n'
    l_1_layer = missing
    yield '</ul>\n<p class="note">'
    yield escape(context.call(l_0_t, 'overview.note'))
    yield '</p>\n</section>\n<section id="soon" class="soon" aria-labelledby="soon-title">\n<h2 id="soon-title">'
    yield escape(context.call(l_0_t, 'soon.title'))
    yield '</h2>\n'
    if l_0_page.windows:
        pass
        yield '<div class="windows">\n'
        for l_1_window in l_0_page.windows:
            _loop_vars = {}
            pass
            yield '<div>\n<h3>'
            yield escape(l_1_window.title)
            yield '</h3>\n<ul>\n'
            t_1 = 1
            for l_2_each in l_1_window.items:
                _loop_vars = {}
                pass
                yield '<li>'
                if l_2_each.requirement:
                    pass
                    yield '<a href="#'
                    yield escape(l_2_each.anchor)
                    yield '">'
                    yield escape(l_2_each.what)
                    yield '</a>'
                else:
                    pass
                    yield escape(l_2_each.what)
                yield ' <span class="when">'
                yield escape(l_2_each.on)
                yield '</span></li>\n'
                t_1 = 0
            l_2_each = missing
            if t_1:
                pass
                yield '<li class="nothing">'
                yield escape(context.call(l_0_t, 'soon.nothing'))
                yield '</li>\n'
            yield '</ul>\n'
            if l_1_window.more:
                pass
                yield '<p class="more"><a href="#upcoming">'
                yield escape(l_1_window.more)
                yield '</a></p>\n'
            yield '</div>\n'
        l_1_window = missing
        yield '</div>\n'
    else:
        pass
        yield '<p class="note">'
        yield escape(context.call(l_0_t, 'soon.quiet'))
        yield '</p>\n'
    yield '</section>\n</div>'

blocks = {}
debug_info = '2=14&3=16&5=18&6=20&7=22&8=24&9=26&13=35&14=37&15=40&16=42&17=45&20=48&21=53&22=59&23=61&24=64&29=86&33=89&35=91&36=95&37=107&39=121&40=126&45=138&48=140&49=142&51=145&53=149&55=152&56=156&58=174&61=177&62=180&68=188'
