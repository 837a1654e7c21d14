"""`report.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'report.html.j2'

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
    l_0_m = context.vars['m'] = environment.get_template('macros.html.j2', 'report.html.j2')._get_default_module(context)
    context.exported_vars.discard('m')
    yield '<!DOCTYPE html>\n<html lang="'
    yield escape(l_0_page.lang)
    yield '">\n<head>\n<meta http-equiv="Content-Security-Policy" content="'
    yield escape(l_0_assets.policy)
    yield '">\n<meta charset="utf-8">\n<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n<title>'
    yield escape(l_0_page.title)
    yield '</title>\n<link rel="icon" href="data:,">\n<style>'
    yield escape(l_0_assets.style)
    yield '</style>\n</head>\n<body id="top">\n<a class="skip" href="#conclusion">'
    yield escape(context.call(l_0_t, 'skip'))
    yield '</a>\n'
    template = environment.get_template('parts/shapes.html.j2', 'report.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {'m': l_0_m}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    yield '<header class="masthead">\n<div class="inner">\n<p class="kicker"><span>'
    yield escape(context.call(l_0_t, 'kicker'))
    yield '</span> <span class="brand">'
    if l_0_page.brand:
        pass
        if l_0_page.brand.logo:
            pass
            yield '<img src="'
            yield escape(l_0_page.brand.logo)
            yield '" width="'
            yield escape(l_0_page.brand.width)
            yield '" height="'
            yield escape(l_0_page.brand.height)
            yield '" alt="">'
        yield escape(l_0_page.brand.name)
    else:
        pass
        yield '<svg viewBox="0 0 24 20" width="24" height="20" aria-hidden="true" focusable="false"><path d="M1 1h22v18H1zM1 7h22M9 1v18"/><path class="tick" d="M12.4 12.9l2.3 2.4 4.6-5"/></svg>'
        yield escape(context.call(l_0_t, 'brand'))
    yield '</span></p>\n<h1>'
    yield escape(l_0_page.organisation)
    yield '</h1>\n<dl class="inline">\n'
    if l_0_page.sectors:
        pass
        yield '<div><dt>'
        yield escape(l_0_page.sectors_name)
        yield '</dt> <dd>'
        yield escape(l_0_page.sectors)
        yield '</dd></div>\n'
    yield '<div><dt>'
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
    yield '</dl>\n</div>\n</header>\n<main'
    if l_0_page.large:
        pass
        yield ' class="large"'
    yield '>\n<div class="inner">\n'
    template = environment.get_template('parts/summary.html.j2', 'report.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {'m': l_0_m}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    yield '</div>\n<div class="frame">\n<nav class="contents" aria-labelledby="contents-title">\n<h2 id="contents-title">'
    yield escape(context.call(l_0_t, 'contents'))
    yield '</h2>\n<ul>\n<li><a href="#conclusion">'
    yield escape(context.call(l_0_t, 'conclusion.title'))
    yield '</a></li>\n<li><a href="#first">'
    yield escape(context.call(l_0_t, 'first.title'))
    yield '</a></li>\n<li><a href="#overview">'
    yield escape(context.call(l_0_t, 'overview.title'))
    yield '</a></li>\n<li><a href="#soon">'
    yield escape(context.call(l_0_t, 'soon.title'))
    yield '</a></li>\n<li><a href="#pictures">'
    yield escape(context.call(l_0_t, 'pictures.title'))
    yield '</a></li>\n'
    for l_1_layer in l_0_page.layers:
        _loop_vars = {}
        pass
        yield '<li><a href="#layer-'
        yield escape(l_1_layer.id)
        yield '">'
        yield escape(l_1_layer.title)
        yield '</a></li>\n'
    l_1_layer = missing
    if l_0_page.upcoming:
        pass
        yield '<li><a href="#upcoming">'
        yield escape(context.call(l_0_t, 'upcoming.title'))
        yield '</a></li>\n'
    yield '<li><a href="#inputs">'
    yield escape(context.call(l_0_t, 'inputs.title'))
    yield '</a></li>\n<li><a href="#problems">'
    yield escape(context.call(l_0_t, 'problems.title'))
    yield '</a></li>\n<li><a href="#not-judged">'
    yield escape(context.call(l_0_t, 'not_judged.title'))
    yield '</a></li>\n<li><a href="#words">'
    yield escape(context.call(l_0_t, 'words.title'))
    yield '</a></li>\n<li><a href="#provenance">'
    yield escape(context.call(l_0_t, 'provenance.title'))
    yield '</a></li>\n</ul>\n</nav>\n<div class="details">\n'
    template = environment.get_template('parts/pictures.html.j2', 'report.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {'m': l_0_m}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    template = environment.get_template('parts/requirements.html.j2', 'report.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {'m': l_0_m}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    template = environment.get_template('parts/upcoming.html.j2', 'report.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {'m': l_0_m}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    template = environment.get_template('parts/inputs.html.j2', 'report.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {'m': l_0_m}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    template = environment.get_template('parts/not_judged.html.j2', 'report.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {'m': l_0_m}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    template = environment.get_template('parts/provenance.html.j2', 'report.html.j2')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {'m': l_0_m}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    yield '</div>\n</div>\n</main>\n<footer class="colophon">\n<div class="inner">\n<p>'
    yield escape(context.call(l_0_t, 'disclaimer'))
    if l_0_page.brand:
        pass
        yield ' '
        yield escape(l_0_page.brand.made_by)
    yield '</p>\n<p>'
    yield escape(l_0_page.personal)
    yield '</p>\n<p>'
    yield escape(l_0_page.tool)
    yield ' · '
    yield escape(context.call(l_0_t, 'as_of'))
    yield ' '
    yield escape(l_0_page.as_of)
    yield ' · <a href="#top">'
    yield escape(context.call(l_0_t, 'back'))
    yield '</a></p>\n</div>\n</footer>\n<script>'
    yield escape(l_0_assets.script)
    yield '</script>\n</body>\n</html>'

blocks = {}
debug_info = '1=15&3=18&5=20&10=22&12=24&15=26&16=28&19=35&20=54&22=56&23=59&25=64&26=68&27=72&32=80&34=84&38=91&40=93&41=95&42=97&43=99&44=101&45=103&46=107&48=112&49=115&51=118&52=120&53=122&54=124&55=126&59=128&60=134&61=140&62=146&63=152&64=158&70=165&71=171&72=173&75=181'
