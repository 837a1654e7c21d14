"""`overview.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'overview.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_page = resolve('page')
    l_0_assets = resolve('assets')
    l_0_t = resolve('t')
    l_0_m = missing
    pass
    l_0_m = context.vars['m'] = environment.get_template('macros.html.j2', 'overview.html.j2')._get_default_module(context)
    context.exported_vars.discard('m')
    yield '<!DOCTYPE html>\n<html lang="'
    yield escape(l_0_page.lang)
    yield '">\n<head>\n<meta http-equiv="Content-Security-Policy" content="'
    yield escape(l_0_assets.policy)
    yield '">\n<meta charset="utf-8">\n<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n<title>'
    yield escape(l_0_page.title)
    yield '</title>\n<link rel="icon" href="data:,">\n<style>'
    yield escape(l_0_assets.style)
    yield '</style>\n</head>\n<body id="top" class="overview-page">\n<a class="skip" href="#clients">'
    yield escape(context.call(l_0_t, 'portfolio.skip'))
    yield '</a>\n'
    template = environment.get_template('parts/shapes.html.j2', 'overview.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {'m': l_0_m}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    yield '<header class="masthead">\n<div class="inner">\n<p class="kicker">'
    yield escape(context.call(l_0_t, 'kicker'))
    yield '</p>\n<h1>'
    yield escape(l_0_page.headline)
    yield '</h1>\n<dl class="inline">\n<div><dt>'
    yield escape(context.call(l_0_t, 'as_of'))
    yield '</dt> <dd>'
    yield escape(l_0_page.as_of)
    yield '</dd></div>\n'
    for l_1_each in l_0_page.checklists:
        _loop_vars = {}
        pass
        yield '<div><dt>'
        yield escape(context.call(l_0_t, 'checklist', _loop_vars=_loop_vars))
        yield '</dt> <dd>'
        yield escape(l_1_each.id)
        yield ' '
        yield escape(l_1_each.version)
        yield '</dd></div>\n'
    l_1_each = missing
    yield '</dl>\n</div>\n</header>\n<main class="wide">\n<section id="counts" aria-labelledby="counts-title">\n<h2 id="counts-title">'
    yield escape(context.call(l_0_t, 'portfolio.counts'))
    yield '</h2>\n<ul class="tally">\n'
    for l_1_each in l_0_page.tally:
        _loop_vars = {}
        pass
        yield '<li>'
        yield escape(context.call(l_0_m.verdict, l_1_each.badge, _loop_vars=_loop_vars))
        yield ' <strong>'
        yield escape(l_1_each.number)
        yield '</strong></li>\n'
    l_1_each = missing
    yield '</ul>\n<p>'
    yield escape(context.call(l_0_t, 'portfolio.counts_means'))
    yield '</p>\n</section>\n'
    if l_0_page.failed:
        pass
        yield '<section id="failed" aria-labelledby="failed-title">\n<h2 id="failed-title">'
        yield escape(context.call(l_0_t, 'portfolio.failed'))
        yield '</h2>\n<p>'
        yield escape(context.call(l_0_t, 'portfolio.failed_means'))
        yield '</p>\n<dl class="failures">\n'
        for l_1_each in l_0_page.failed:
            _loop_vars = {}
            pass
            yield '<dt>'
            yield escape(l_1_each.name)
            yield '</dt>\n<dd>'
            yield escape(l_1_each.value)
            yield '</dd>\n'
        l_1_each = missing
        yield '</dl>\n</section>\n'
    yield '<section id="clients" aria-labelledby="clients-title">\n<h2 id="clients-title">'
    yield escape(context.call(l_0_t, 'portfolio.clients'))
    yield '</h2>\n<p>'
    yield escape(context.call(l_0_t, 'portfolio.clients_means'))
    yield '</p>\n<div class="scroll" role="region" tabindex="0" aria-labelledby="clients-title">\n<table>\n<thead>\n<tr>\n<th scope="col">'
    yield escape(context.call(l_0_t, 'portfolio.client'))
    yield '</th>\n<th scope="col">'
    yield escape(context.call(l_0_t, 'portfolio.organisation'))
    yield '</th>\n<th scope="col">'
    yield escape(context.call(l_0_t, 'portfolio.sectors'))
    yield '</th>\n<th scope="col">'
    yield escape(context.call(l_0_t, 'portfolio.conclusion'))
    yield '</th>\n'
    for l_1_each in l_0_page.verdicts:
        _loop_vars = {}
        pass
        yield '<th scope="col" class="number">'
        yield escape(l_1_each.word)
        yield '</th>\n'
    l_1_each = missing
    yield '<th scope="col" class="number">'
    yield escape(context.call(l_0_t, 'portfolio.problems'))
    yield '</th>\n<th scope="col">'
    yield escape(context.call(l_0_t, 'portfolio.next'))
    yield '</th>\n</tr>\n</thead>\n<tbody>\n'
    for l_1_each in l_0_page.clients:
        _loop_vars = {}
        pass
        yield '<tr>\n<th scope="row"><a href="'
        yield escape(l_1_each.href)
        yield '">'
        yield escape(l_1_each.name)
        yield '</a></th>\n<td>'
        yield escape(l_1_each.organisation)
        yield '</td>\n<td>'
        yield escape(l_1_each.sectors)
        yield '</td>\n<td>'
        yield escape(context.call(l_0_m.verdict, l_1_each.conclusion, _loop_vars=_loop_vars))
        yield '</td>\n'
        for l_2_number in l_1_each.counts:
            _loop_vars = {}
            pass
            yield '<td class="number">'
            yield escape(l_2_number)
            yield '</td>\n'
        l_2_number = missing
        yield '<td class="number">'
        yield escape(l_1_each.problems)
        yield '</td>\n<td>'
        yield escape(l_1_each.next)
        yield '</td>\n</tr>\n'
    l_1_each = missing
    yield '</tbody>\n</table>\n</div>\n'
    if l_0_page.clients_shown:
        pass
        yield '<p>'
        yield escape(l_0_page.clients_shown)
        yield '</p>\n'
    yield '</section>\n<section id="gaps" aria-labelledby="gaps-title">\n<h2 id="gaps-title">'
    yield escape(context.call(l_0_t, 'portfolio.gaps'))
    yield '</h2>\n'
    if l_0_page.gaps:
        pass
        yield '<p>'
        yield escape(context.call(l_0_t, 'portfolio.gaps_means'))
        yield '</p>\n<div class="scroll" role="region" tabindex="0" aria-labelledby="gaps-title">\n<table>\n<thead>\n<tr>\n<th scope="col">'
        yield escape(context.call(l_0_t, 'portfolio.requirement'))
        yield '</th>\n<th scope="col">'
        yield escape(context.call(l_0_t, 'portfolio.layer'))
        yield '</th>\n<th scope="col">'
        yield escape(context.call(l_0_t, 'portfolio.share'))
        yield '</th>\n<th scope="col">'
        yield escape(context.call(l_0_t, 'portfolio.at'))
        yield '</th>\n</tr>\n</thead>\n<tbody>\n'
        for l_1_each in l_0_page.gaps:
            _loop_vars = {}
            pass
            yield '<tr>\n<th scope="row">'
            yield escape(l_1_each.id)
            yield ' '
            yield escape(l_1_each.title)
            yield '</th>\n<td>'
            yield escape(l_1_each.layer)
            yield '</td>\n<td>'
            yield escape(context.call(l_0_m.bar, l_1_each.bar, _loop_vars=_loop_vars))
            yield ' '
            yield escape(l_1_each.bar.of)
            yield '</td>\n<td>'
            yield escape(l_1_each.clients)
            yield '</td>\n</tr>\n'
        l_1_each = missing
        yield '</tbody>\n</table>\n</div>\n'
    else:
        pass
        yield '<p>'
        yield escape(context.call(l_0_t, 'portfolio.no_gaps'))
        yield '</p>\n'
    yield '</section>\n<section id="matrix" aria-labelledby="matrix-title">\n<h2 id="matrix-title">'
    yield escape(context.call(l_0_t, 'portfolio.matrix'))
    yield '</h2>\n<p>'
    yield escape(context.call(l_0_t, 'portfolio.matrix_means'))
    yield '</p>\n<ul class="legend">\n'
    for l_1_each in l_0_page.legend:
        _loop_vars = {}
        pass
        yield '<li>'
        yield escape(context.call(l_0_m.verdict, l_1_each, _loop_vars=_loop_vars))
        yield '</li>\n'
    l_1_each = missing
    yield '</ul>\n<div class="scroll" role="region" tabindex="0" aria-labelledby="matrix-title">\n<table class="matrix">\n<thead>\n<tr>\n<th scope="col">'
    yield escape(context.call(l_0_t, 'portfolio.client'))
    yield '</th>\n'
    for l_1_each in l_0_page.matrix_heads:
        _loop_vars = {}
        pass
        yield '<th scope="col"><abbr title="'
        yield escape(l_1_each.value)
        yield '">'
        yield escape(l_1_each.name)
        yield '</abbr></th>\n'
    l_1_each = missing
    yield '</tr>\n</thead>\n<tbody>\n'
    for l_1_row in l_0_page.matrix:
        _loop_vars = {}
        pass
        yield '<tr>\n<th scope="row">'
        yield escape(l_1_row.name)
        yield '</th>\n'
        for l_2_badge in l_1_row.badges:
            _loop_vars = {}
            pass
            yield '<td>'
            if l_2_badge:
                pass
                yield escape(context.call(l_0_m.shape, l_2_badge, _loop_vars=_loop_vars))
                yield '<span class="only-heard">'
                yield escape(l_2_badge.word)
                yield '</span>'
            else:
                pass
                yield '<span class="only-heard">'
                yield escape(context.call(l_0_t, 'portfolio.not_asked', _loop_vars=_loop_vars))
                yield '</span>'
            yield '</td>\n'
        l_2_badge = missing
        yield '</tr>\n'
    l_1_row = missing
    yield '</tbody>\n</table>\n</div>\n'
    if l_0_page.matrix_shown:
        pass
        yield '<p>'
        yield escape(l_0_page.matrix_shown)
        yield '</p>\n'
    yield '</section>\n'
    if l_0_page.upcoming:
        pass
        yield '<section id="upcoming" aria-labelledby="upcoming-title">\n<h2 id="upcoming-title">'
        yield escape(context.call(l_0_t, 'portfolio.upcoming'))
        yield '</h2>\n<div class="scroll" role="region" tabindex="0" aria-labelledby="upcoming-title">\n<table>\n<thead>\n<tr>\n<th scope="col">'
        yield escape(context.call(l_0_t, 'portfolio.on'))
        yield '</th>\n<th scope="col">'
        yield escape(context.call(l_0_t, 'portfolio.client'))
        yield '</th>\n<th scope="col">'
        yield escape(context.call(l_0_t, 'portfolio.what'))
        yield '</th>\n<th scope="col">'
        yield escape(context.call(l_0_t, 'portfolio.requirement'))
        yield '</th>\n</tr>\n</thead>\n<tbody>\n'
        for l_1_each in l_0_page.upcoming:
            _loop_vars = {}
            pass
            yield '<tr>\n<td>'
            yield escape(l_1_each.on)
            yield '</td>\n<th scope="row">'
            yield escape(l_1_each.client)
            yield '</th>\n<td>'
            yield escape(l_1_each.what)
            yield '</td>\n<td>'
            yield escape(l_1_each.requirement)
            yield '</td>\n</tr>\n'
        l_1_each = missing
        yield '</tbody>\n</table>\n</div>\n'
        if l_0_page.upcoming_shown:
            pass
            yield '<p>'
            yield escape(l_0_page.upcoming_shown)
            yield '</p>\n'
        yield '</section>\n'
    yield '</main>\n<footer class="colophon">\n<div class="inner">\n<p>'
    yield escape(context.call(l_0_t, 'disclaimer'))
    yield '</p>\n<p>'
    yield escape(l_0_page.tool)
    yield ' · '
    yield escape(context.call(l_0_t, 'as_of'))
    yield ' '
    yield escape(l_0_page.as_of)
    yield ' · <a href="#top">'
    yield escape(context.call(l_0_t, 'back'))
    yield '</a></p>\n</div>\n</footer>\n</body>\n</html>'

blocks = {}
debug_info = '1=15&3=18&5=20&10=22&12=24&15=26&16=28&19=35&20=37&22=39&23=43&24=47&31=55&33=57&34=61&37=67&39=69&41=72&42=74&44=76&45=80&46=82&52=87&53=89&58=91&59=93&60=95&61=97&62=99&63=103&65=107&66=109&70=111&72=115&73=119&74=121&75=123&76=125&77=129&79=133&80=135&86=139&87=142&91=145&92=147&93=150&98=152&99=154&100=156&101=158&105=160&107=164&108=168&109=170&110=174&117=181&121=184&122=186&124=188&125=192&132=196&133=198&134=202&139=208&141=212&142=214&143=218&150=234&151=237&154=240&156=243&161=245&162=247&163=249&164=251&168=253&170=257&171=259&172=261&173=263&179=267&180=270&187=274&188=276'
