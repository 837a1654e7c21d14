"""`inspect.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'inspect.html.j2'

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
    l_0_m = context.vars['m'] = environment.get_template('macros.html.j2', 'inspect.html.j2')._get_default_module(context)
    context.exported_vars.discard('m')
    yield '<!DOCTYPE html>\n<html lang="'
    yield escape(l_0_page.lang)
    yield '">\n<head>\n<meta http-equiv="Content-Security-Policy" content="'
    yield escape(l_0_assets.policy)
    yield '">\n<meta charset="utf-8">\n<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n<title>'
    yield escape(context.call(l_0_t, 'inspect.title'))
    yield '</title>\n<link rel="icon" href="data:,">\n<style>'
    yield escape(l_0_assets.style)
    yield '</style>\n</head>\n<body id="top">\n<a class="skip" href="#files">'
    yield escape(context.call(l_0_t, 'skip'))
    yield '</a>\n<header class="masthead">\n<div class="inner">\n<p class="kicker"><span>'
    yield escape(context.call(l_0_t, 'inspect.kicker'))
    yield '</span> <span class="brand">'
    yield escape(context.call(l_0_t, 'brand'))
    yield '</span></p>\n<h1>'
    yield escape(context.call(l_0_t, 'inspect.title'))
    yield '</h1>\n</div>\n</header>\n<div class="frame">\n<nav class="contents" aria-labelledby="contents-title">\n<h2 id="contents-title">'
    yield escape(context.call(l_0_t, 'contents'))
    yield '</h2>\n<ul>\n<li><a href="#files">'
    yield escape(context.call(l_0_t, 'inspect.files'))
    yield '</a></li>\n'
    if l_0_page.missing:
        pass
        yield '<li><a href="#missing">'
        yield escape(context.call(l_0_t, 'inspect.missing'))
        yield '</a></li>\n'
    yield '<li><a href="#problems">'
    yield escape(context.call(l_0_t, 'problems.title'))
    yield '</a></li>\n<li><a href="#provenance">'
    yield escape(context.call(l_0_t, 'inspect.provenance'))
    yield '</a></li>\n</ul>\n</nav>\n<main>\n<section id="files" aria-labelledby="files-title">\n<h2 id="files-title">'
    yield escape(context.call(l_0_t, 'inspect.files'))
    yield '</h2>\n<p class="intro">'
    yield escape(context.call(l_0_t, 'inspect.intro'))
    yield '</p>\n'
    for l_1_file in l_0_page.files:
        _loop_vars = {}
        pass
        yield '<div class="input">\n<h3><span class="file">'
        yield escape(l_1_file.name)
        yield '</span></h3>\n'
        for l_2_sheet in l_1_file.sheets:
            _loop_vars = {}
            pass
            yield '<h4>'
            yield escape(l_2_sheet.name)
            yield ': '
            yield escape(l_2_sheet.register)
            yield '</h4>\n<ul>\n'
            for l_3_line in l_2_sheet.lines:
                _loop_vars = {}
                pass
                yield '<li>'
                yield escape(l_3_line)
                yield '</li>\n'
            l_3_line = missing
            yield '</ul>\n'
            if l_2_sheet.columns:
                pass
                yield '<div class="scroll" tabindex="0" role="region" aria-label="'
                yield escape(l_2_sheet.caption)
                yield '">\n<table>\n<caption class="unseen">'
                yield escape(l_2_sheet.caption)
                yield '</caption>\n<thead><tr><th scope="col">'
                yield escape(context.call(l_0_t, 'inspect.column', _loop_vars=_loop_vars))
                yield '</th> <th scope="col">'
                yield escape(context.call(l_0_t, 'inspect.header', _loop_vars=_loop_vars))
                yield '</th> <th scope="col">'
                yield escape(context.call(l_0_t, 'inspect.field', _loop_vars=_loop_vars))
                yield '</th></tr></thead>\n<tbody>\n'
                for l_3_column in l_2_sheet.columns:
                    _loop_vars = {}
                    pass
                    yield '<tr><td><code class="cell">'
                    yield escape(l_3_column.letter)
                    yield '</code></td> <td>'
                    yield escape(l_3_column.header)
                    yield '</td> <td>'
                    yield escape(l_3_column.says)
                    yield '</td></tr>\n'
                l_3_column = missing
                yield '</tbody>\n</table>\n</div>\n'
            if l_2_sheet.unused:
                pass
                yield '<p>'
                yield escape(context.call(l_0_t, 'inputs.unused', _loop_vars=_loop_vars))
                yield ':</p>\n<ul class="mapping unused">\n'
                for l_3_line in l_2_sheet.unused:
                    _loop_vars = {}
                    pass
                    yield '<li>'
                    yield escape(l_3_line)
                    yield '</li>\n'
                l_3_line = missing
                yield '</ul>\n'
            if l_2_sheet.shown_of:
                pass
                yield '<p class="cut-off">'
                yield escape(l_2_sheet.shown_of)
                yield '</p>\n'
        l_2_sheet = missing
        yield '</div>\n'
    l_1_file = missing
    yield '</section>\n'
    if l_0_page.missing:
        pass
        yield '<section id="missing" aria-labelledby="missing-title">\n<h2 id="missing-title">'
        yield escape(context.call(l_0_t, 'inspect.missing'))
        yield '</h2>\n<ul>\n'
        for l_1_each in l_0_page.missing:
            _loop_vars = {}
            pass
            yield '<li><strong>'
            yield escape(l_1_each.name)
            yield '</strong>: '
            yield escape(l_1_each.value)
            yield '</li>\n'
        l_1_each = missing
        yield '</ul>\n</section>\n'
    yield '<section id="problems" aria-labelledby="problems-title">\n<h2 id="problems-title">'
    yield escape(context.call(l_0_t, 'problems.title'))
    yield '</h2>\n'
    if (not l_0_page.problems):
        pass
        yield '<p class="intro">'
        yield escape(context.call(l_0_t, 'problems.none'))
        yield '</p>\n'
    for l_1_group in l_0_page.problems:
        _loop_vars = {}
        pass
        yield '<h3>'
        yield escape(l_1_group.title)
        yield '</h3>\n<div class="scroll" tabindex="0" role="region" aria-label="'
        yield escape(l_1_group.title)
        yield '">\n<table class="problems">\n<caption class="unseen">'
        yield escape(l_1_group.title)
        yield '</caption>\n<thead><tr><th scope="col">'
        yield escape(context.call(l_0_t, 'problems.place', _loop_vars=_loop_vars))
        yield '</th> <th scope="col">'
        yield escape(context.call(l_0_t, 'problems.message', _loop_vars=_loop_vars))
        yield '</th> <th scope="col" class="number">'
        yield escape(context.call(l_0_t, 'problems.count', _loop_vars=_loop_vars))
        yield '</th></tr></thead>\n<tbody>\n'
        for l_2_row in l_1_group.rows:
            _loop_vars = {}
            pass
            yield '<tr><td>'
            if l_2_row.at.file:
                pass
                yield escape(context.call(l_0_m.sheet, l_2_row.at, _loop_vars=_loop_vars))
                yield ' '
                yield escape(context.call(l_0_m.cell, l_2_row.at, _loop_vars=_loop_vars))
            yield '</td> <td>'
            yield escape(l_2_row.message)
            yield '</td> <td class="number">'
            yield escape(l_2_row.count)
            yield '</td></tr>\n'
        l_2_row = missing
        yield '</tbody>\n</table>\n</div>\n'
        if l_1_group.shown_of:
            pass
            yield '<p class="cut-off">'
            yield escape(l_1_group.shown_of)
            yield '</p>\n'
    l_1_group = missing
    yield '</section>\n<section id="provenance" aria-labelledby="provenance-title">\n<h2 id="provenance-title">'
    yield escape(context.call(l_0_t, 'inspect.provenance'))
    yield '</h2>\n<div class="scroll" tabindex="0" role="region" aria-labelledby="provenance-caption">\n<table>\n<caption id="provenance-caption">'
    yield escape(context.call(l_0_t, 'inspect.hashes'))
    yield '</caption>\n<thead><tr><th scope="col">'
    yield escape(context.call(l_0_t, 'inspect.file'))
    yield '</th> <th scope="col">sha256</th></tr></thead>\n<tbody>\n'
    for l_1_each in l_0_page.hashes:
        _loop_vars = {}
        pass
        yield '<tr><th scope="row">'
        yield escape(l_1_each.name)
        yield '</th> <td><code>'
        yield escape(l_1_each.value)
        yield '</code></td></tr>\n'
    l_1_each = missing
    yield '</tbody>\n</table>\n</div>\n</section>\n</main>\n</div>\n<footer class="colophon">\n<div class="inner">\n<p>'
    yield escape(context.call(l_0_t, 'inspect.judges_nothing'))
    yield '</p>\n<p>'
    yield escape(l_0_page.tool)
    yield ' · <a href="#top">'
    yield escape(context.call(l_0_t, 'back'))
    yield '</a></p>\n</div>\n</footer>\n</body>\n</html>'

blocks = {}
debug_info = '1=15&3=18&5=20&10=22&12=24&15=26&18=28&19=32&24=34&26=36&27=38&28=41&30=44&31=46&36=48&37=50&38=52&40=56&41=58&42=62&44=66&45=70&48=74&49=77&51=79&52=81&54=87&55=91&61=99&62=102&64=104&65=108&69=112&70=115&76=121&78=124&80=126&81=130&87=137&88=139&89=142&91=144&92=148&93=150&95=152&96=154&98=160&99=164&104=176&105=179&110=183&113=185&114=187&116=189&117=193&127=199&128=201'
