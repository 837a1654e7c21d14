"""`parts/provenance.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'parts/provenance.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_t = resolve('t')
    l_0_page = resolve('page')
    pass
    yield '<section id="words" aria-labelledby="words-title">\n<h2 id="words-title">'
    yield escape(context.call(l_0_t, 'words.title'))
    yield '</h2>\n'
    for l_1_list in l_0_page.word_lists:
        _loop_vars = {}
        pass
        yield '<h3>'
        yield escape(l_1_list.title)
        yield '</h3>\n'
        if l_1_list.intro:
            pass
            yield '<p>'
            yield escape(l_1_list.intro)
            yield '</p>\n'
        yield '<dl class="glossary">\n'
        for l_2_each in l_1_list.words:
            l_2_m = resolve('m')
            _loop_vars = {}
            pass
            yield '<div><dt>'
            if l_2_each.badge:
                pass
                yield escape(context.call(l_2_m.verdict, l_2_each.badge, _loop_vars=_loop_vars))
            else:
                pass
                yield escape(l_2_each.word)
            yield '</dt> <dd>'
            yield escape(l_2_each.means)
            yield '</dd></div>\n'
        l_2_each = l_2_m = missing
        yield '</dl>\n'
    l_1_list = missing
    yield '</section>\n<section id="provenance" aria-labelledby="provenance-title">\n<h2 id="provenance-title">'
    yield escape(context.call(l_0_t, 'provenance.title'))
    yield '</h2>\n<p>'
    yield escape(context.call(l_0_t, 'provenance.intro'))
    yield '</p>\n<dl class="glossary">\n<div><dt>'
    yield escape(context.call(l_0_t, 'as_of'))
    yield '</dt> <dd>'
    yield escape(l_0_page.as_of)
    yield '</dd></div>\n<div><dt>'
    yield escape(context.call(l_0_t, 'provenance.tool'))
    yield '</dt> <dd>'
    yield escape(l_0_page.tool)
    yield '</dd></div>\n'
    if l_0_page.generated:
        pass
        yield '<div><dt>'
        yield escape(context.call(l_0_t, 'provenance.generated'))
        yield '</dt> <dd>'
        yield escape(l_0_page.generated)
        yield '</dd></div>\n'
    for l_1_fact in l_0_page.facts:
        _loop_vars = {}
        pass
        yield '<div><dt>'
        yield escape(l_1_fact.name)
        yield '</dt> <dd>'
        yield escape(l_1_fact.value)
        yield '</dd></div>\n'
    l_1_fact = missing
    yield '</dl>\n'
    if l_0_page.files:
        pass
        yield '<div class="scroll" tabindex="0" role="region" aria-labelledby="files-caption">\n<table>\n<caption id="files-caption">'
        yield escape(context.call(l_0_t, 'provenance.files'))
        yield '</caption>\n<thead><tr><th scope="col">'
        yield escape(context.call(l_0_t, 'provenance.file'))
        yield '</th> <th scope="col">'
        yield escape(context.call(l_0_t, 'provenance.sha256'))
        yield '</th></tr></thead>\n<tbody>\n'
        for l_1_file in l_0_page.files:
            _loop_vars = {}
            pass
            yield '<tr><th scope="row"><span class="file">'
            yield escape(l_1_file.name)
            yield '</span></th> <td><code class="hash">'
            yield escape(l_1_file.sha256)
            yield '</code></td></tr>\n'
        l_1_file = missing
        yield '</tbody>\n</table>\n</div>\n'
    yield '<div class="scroll" tabindex="0" role="region" aria-labelledby="checklists-caption">\n<table>\n<caption id="checklists-caption">'
    yield escape(context.call(l_0_t, 'provenance.checklists'))
    yield '</caption>\n<thead><tr><th scope="col">'
    yield escape(context.call(l_0_t, 'provenance.checklist'))
    yield '</th> <th scope="col">'
    yield escape(context.call(l_0_t, 'provenance.version'))
    yield '</th> <th scope="col">'
    yield escape(context.call(l_0_t, 'provenance.sha256'))
    yield '</th></tr></thead>\n<tbody>\n'
    for l_1_each in l_0_page.checklists:
        _loop_vars = {}
        pass
        yield '<tr><th scope="row">'
        yield escape(l_1_each.id)
        yield '</th> <td>'
        yield escape(l_1_each.version)
        yield '</td> <td><code class="hash">'
        yield escape(l_1_each.sha256)
        yield '</code></td></tr>\n'
    l_1_each = missing
    yield '</tbody>\n</table>\n</div>\n<p class="disclaimer">'
    yield escape(context.call(l_0_t, 'disclaimer'))
    yield '</p>\n</section>'

blocks = {}
debug_info = '2=14&3=16&4=20&5=22&6=25&9=28&10=33&16=46&17=48&19=50&20=54&21=58&22=61&24=65&25=69&28=75&31=78&32=80&34=84&35=88&43=95&44=97&46=103&47=107&52=115'
