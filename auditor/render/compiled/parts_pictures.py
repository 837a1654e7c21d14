"""`parts/pictures.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'parts/pictures.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_t = resolve('t')
    l_0_page = resolve('page')
    l_0_m = resolve('m')
    pass
    yield '<section id="pictures" class="pictures" aria-labelledby="pictures-title">\n<h2 id="pictures-title">'
    yield escape(context.call(l_0_t, 'pictures.title'))
    yield '</h2>\n<p class="intro">'
    yield escape(context.call(l_0_t, 'pictures.intro'))
    yield '</p>\n<div class="strips">\n'
    for l_1_layer in l_0_page.layers:
        _loop_vars = {}
        pass
        yield '<h3>'
        yield escape(l_1_layer.title)
        yield '</h3>\n'
        for l_2_group in l_1_layer.groups:
            _loop_vars = {}
            pass
            yield '<div class="strip">\n<h4><span>'
            yield escape(l_2_group.title)
            yield '</span> <span class="met">'
            yield escape(l_2_group.stands)
            yield '</span></h4>\n<ul class="index">\n'
            for l_3_card in l_2_group.cards:
                _loop_vars = {}
                pass
                yield '<li>'
                yield escape(context.call(l_0_m.chip, l_3_card, _loop_vars=_loop_vars))
                yield '</li>\n'
            l_3_card = missing
            yield '</ul>\n</div>\n'
        l_2_group = missing
        if l_1_layer.excluded:
            pass
            yield '<div class="strip">\n<h4><span>'
            yield escape(context.call(l_0_t, 'requirement.not_applicable', _loop_vars=_loop_vars))
            yield '</span></h4>\n<ul class="index">\n'
            for l_2_card in l_1_layer.excluded:
                _loop_vars = {}
                pass
                yield '<li>'
                yield escape(context.call(l_0_m.chip, l_2_card, _loop_vars=_loop_vars))
                yield '</li>\n'
            l_2_card = missing
            yield '</ul>\n</div>\n'
    l_1_layer = missing
    yield '</div>\n'
    if l_0_page.places_heat:
        pass
        yield '<h3>'
        yield escape(l_0_page.places_heat.title)
        yield '</h3>\n'
        yield escape(context.call(l_0_m.heat, l_0_page.places_heat, l_0_t, 'places-heat'))
        yield '\n'
    if l_0_page.skills_heat:
        pass
        yield '<h3>'
        yield escape(l_0_page.skills_heat.title)
        yield '</h3>\n'
        yield escape(context.call(l_0_m.heat, l_0_page.skills_heat, l_0_t, 'skills-heat'))
        yield '\n'
    yield '</section>'

blocks = {}
debug_info = '2=15&3=17&5=19&6=23&7=25&9=29&11=33&12=37&17=42&19=45&21=47&22=51&29=57&30=60&31=62&33=64&34=67&35=69'
