"""`parts/upcoming.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'parts/upcoming.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_page = resolve('page')
    l_0_t = resolve('t')
    pass
    if l_0_page.upcoming:
        pass
        yield '<section id="upcoming" aria-labelledby="upcoming-title">\n<h2 id="upcoming-title">'
        yield escape(context.call(l_0_t, 'upcoming.title'))
        yield '</h2>\n'
        if l_0_page.timeline:
            pass
            yield '<h3>'
            yield escape(context.call(l_0_t, 'pictures.timeline'))
            yield '</h3>\n<p>'
            yield escape(context.call(l_0_t, 'pictures.timeline_about'))
            if l_0_page.timeline.later:
                pass
                yield ' '
                yield escape(l_0_page.timeline.later)
            yield '</p>\n<svg class="timeline" viewBox="-2 0 484 112" aria-hidden="true" focusable="false">\n<path class="axis" d="M0 74.5h480"/>\n'
            for l_1_month in l_0_page.timeline.months:
                _loop_vars = {}
                pass
                yield '<g transform="translate('
                yield escape(l_1_month.x)
                yield ' 0)">'
                if l_1_month.number:
                    pass
                    yield '<rect class="bar-part" x="6" width="28" y="'
                    yield escape(l_1_month.y)
                    yield '" height="'
                    yield escape(l_1_month.height)
                    yield '"/><text x="20" y="'
                    yield escape(l_1_month.y)
                    yield '" dy="-3">'
                    yield escape(l_1_month.number)
                    yield '</text>'
                yield '<text class="month" x="20" y="90">'
                yield escape(l_1_month.word)
                yield '</text>'
                if l_1_month.year:
                    pass
                    yield '<text class="month" x="20" y="106">'
                    yield escape(l_1_month.year)
                    yield '</text>'
                yield '</g>\n'
            l_1_month = missing
            yield '</svg>\n'
        yield '<div class="scroll" tabindex="0" role="region" aria-labelledby="upcoming-caption">\n<table>\n<caption id="upcoming-caption">'
        yield escape(context.call(l_0_t, 'upcoming.caption'))
        yield '</caption>\n<thead><tr><th scope="col">'
        yield escape(context.call(l_0_t, 'upcoming.on'))
        yield '</th> <th scope="col">'
        yield escape(context.call(l_0_t, 'upcoming.what'))
        yield '</th> <th scope="col" class="number">'
        yield escape(context.call(l_0_t, 'upcoming.count'))
        yield '</th> <th scope="col">'
        yield escape(context.call(l_0_t, 'upcoming.requirement'))
        yield '</th></tr></thead>\n<tbody>\n'
        for l_1_each in l_0_page.upcoming:
            _loop_vars = {}
            pass
            yield '<tr><th scope="row">'
            yield escape(l_1_each.on)
            yield '</th> <td>'
            yield escape(l_1_each.what)
            yield '</td> <td class="number">'
            yield escape(l_1_each.count)
            yield '</td> <td>'
            if l_1_each.requirement:
                pass
                yield '<a class="id" href="#'
                yield escape(l_1_each.anchor)
                yield '">'
                yield escape(l_1_each.requirement)
                yield '</a>'
            yield '</td></tr>\n'
        l_1_each = missing
        yield '</tbody>\n</table>\n</div>\n</section>\n'

blocks = {}
debug_info = '1=13&3=16&4=18&5=21&6=23&9=29&10=33&16=58&17=60&19=68&20=72'
