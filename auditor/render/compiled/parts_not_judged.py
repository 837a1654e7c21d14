"""`parts/not_judged.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'parts/not_judged.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_t = resolve('t')
    l_0_page = resolve('page')
    pass
    yield '<section id="not-judged" aria-labelledby="not-judged-title">\n<h2 id="not-judged-title">'
    yield escape(context.call(l_0_t, 'not_judged.title'))
    yield '</h2>\n<p>'
    yield escape(l_0_page.only_law)
    yield '</p>\n<p>'
    yield escape(context.call(l_0_t, 'not_judged.registers'))
    yield '</p>\n'
    if l_0_page.for_a_person:
        pass
        yield '<p>'
        yield escape(context.call(l_0_t, 'not_judged.for_a_person'))
        yield '</p>\n<ul class="links">\n'
        for l_1_card in l_0_page.for_a_person:
            _loop_vars = {}
            pass
            yield '<li><a href="#'
            yield escape(l_1_card.anchor)
            yield '"><span class="id">'
            yield escape(l_1_card.id)
            yield '</span> '
            yield escape(l_1_card.title)
            yield '</a></li>\n'
        l_1_card = missing
        yield '</ul>\n'
    if l_0_page.other_day:
        pass
        yield '<h3>'
        yield escape(context.call(l_0_t, 'not_judged.other_day'))
        yield '</h3>\n<div class="scroll" tabindex="0" role="region" aria-labelledby="other-day-caption">\n<table class="left">\n<caption id="other-day-caption">'
        yield escape(l_0_page.other_day_caption)
        yield '</caption>\n<thead><tr><th scope="col">'
        yield escape(context.call(l_0_t, 'requirement.id'))
        yield '</th> <th scope="col">'
        yield escape(context.call(l_0_t, 'requirement.what'))
        yield '</th> <th scope="col">'
        yield escape(context.call(l_0_t, 'requirement.why'))
        yield '</th></tr></thead>\n<tbody>\n'
        for l_1_left in l_0_page.other_day:
            _loop_vars = {}
            pass
            yield '<tr><th scope="row"><span class="id">'
            yield escape(l_1_left.id)
            yield '</span></th> <td>'
            yield escape(l_1_left.title)
            yield '</td> <td>'
            yield escape(l_1_left.why)
            yield '</td></tr>\n'
        l_1_left = missing
        yield '</tbody>\n</table>\n</div>\n'
    if l_0_page.other_sector:
        pass
        yield '<h3>'
        yield escape(context.call(l_0_t, 'not_judged.other_sector'))
        yield '</h3>\n<div class="scroll" tabindex="0" role="region" aria-labelledby="other-sector-caption">\n<table class="left">\n<caption id="other-sector-caption">'
        yield escape(context.call(l_0_t, 'not_judged.other_sector_caption'))
        yield '</caption>\n<thead><tr><th scope="col">'
        yield escape(context.call(l_0_t, 'requirement.id'))
        yield '</th> <th scope="col">'
        yield escape(context.call(l_0_t, 'requirement.what'))
        yield '</th> <th scope="col">'
        yield escape(context.call(l_0_t, 'not_judged.sectors'))
        yield '</th></tr></thead>\n<tbody>\n'
        for l_1_left in l_0_page.other_sector:
            _loop_vars = {}
            pass
            yield '<tr><th scope="row"><span class="id">'
            yield escape(l_1_left.id)
            yield '</span></th> <td>'
            yield escape(l_1_left.title)
            yield '</td> <td>'
            yield escape(l_1_left.why)
            yield '</td></tr>\n'
        l_1_left = missing
        yield '</tbody>\n</table>\n</div>\n'
    yield '</section>'

blocks = {}
debug_info = '2=14&3=16&4=18&5=20&6=23&8=25&9=29&13=37&14=40&17=42&18=44&20=50&21=54&27=62&28=65&31=67&32=69&34=75&35=79'
