"""`parts/inputs.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'parts/inputs.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_t = resolve('t')
    l_0_page = resolve('page')
    pass
    yield '<section id="inputs" aria-labelledby="inputs-title">\n<h2 id="inputs-title">'
    yield escape(context.call(l_0_t, 'inputs.title'))
    yield '</h2>\n'
    if l_0_page.files:
        pass
        yield '<p class="intro">'
        yield escape(context.call(l_0_t, 'inputs.intro'))
        yield '</p>\n'
    else:
        pass
        yield '<p class="intro">'
        yield escape(context.call(l_0_t, 'inputs.none'))
        yield '</p>\n'
    for l_1_file in l_0_page.files:
        _loop_vars = {}
        pass
        yield '<div class="input">\n<h3><span class="file">'
        yield escape(l_1_file.name)
        yield '</span></h3>\n<div class="scroll" tabindex="0" role="region" aria-label="'
        yield escape(l_1_file.caption)
        yield '">\n<table class="sheets">\n<caption class="unseen">'
        yield escape(l_1_file.caption)
        yield '</caption>\n<thead><tr><th scope="col">'
        yield escape(context.call(l_0_t, 'inputs.sheet', _loop_vars=_loop_vars))
        yield '</th> <th scope="col">'
        yield escape(context.call(l_0_t, 'inputs.register', _loop_vars=_loop_vars))
        yield '</th> <th scope="col" class="number">'
        yield escape(context.call(l_0_t, 'inputs.header_row', _loop_vars=_loop_vars))
        yield '</th> <th scope="col" class="number">'
        yield escape(context.call(l_0_t, 'inputs.read', _loop_vars=_loop_vars))
        yield '</th> <th scope="col" class="number">'
        yield escape(context.call(l_0_t, 'inputs.used', _loop_vars=_loop_vars))
        yield '</th> <th scope="col" class="number">'
        yield escape(context.call(l_0_t, 'inputs.left_out', _loop_vars=_loop_vars))
        yield '</th></tr></thead>\n<tbody>\n'
        for l_2_sheet in l_1_file.sheets:
            _loop_vars = {}
            pass
            yield '<tr><th scope="row">'
            yield escape(l_2_sheet.name)
            if l_2_sheet.hidden:
                pass
                yield ' <span class="tag">'
                yield escape(context.call(l_0_t, 'inputs.hidden', _loop_vars=_loop_vars))
                yield '</span>'
            yield '</th> <td>'
            if l_2_sheet.register:
                pass
                yield escape(l_2_sheet.register)
            else:
                pass
                yield '<em>'
                yield escape(context.call(l_0_t, 'inputs.not_used', _loop_vars=_loop_vars))
                yield '</em>'
            yield '</td> <td class="number">'
            yield escape(l_2_sheet.header_row)
            yield '</td> <td class="number">'
            yield escape(l_2_sheet.read)
            yield '</td> <td class="number">'
            yield escape(l_2_sheet.used)
            yield '</td> <td class="number">'
            yield escape(l_2_sheet.left_out)
            yield '</td></tr>\n'
        l_2_sheet = missing
        yield '</tbody>\n</table>\n</div>\n'
        if l_1_file.shown_of:
            pass
            yield '<p class="cut-off">'
            yield escape(l_1_file.shown_of)
            yield '</p>\n'
        for l_2_sheet in l_1_file.sheets:
            _loop_vars = {}
            pass
            if (l_2_sheet.columns or l_2_sheet.unused):
                pass
                yield '<details class="columns">\n<summary>'
                yield escape(l_2_sheet.columns_title)
                yield '</summary>\n'
                if l_2_sheet.columns:
                    pass
                    yield '<ul class="mapping">\n'
                    for l_3_column in l_2_sheet.columns:
                        _loop_vars = {}
                        pass
                        yield '<li><code class="cell">'
                        yield escape(l_3_column.column)
                        yield '</code> '
                        yield escape(l_3_column.field)
                        yield '</li>\n'
                    l_3_column = missing
                    yield '</ul>\n'
                if l_2_sheet.unused:
                    pass
                    yield '<p>'
                    yield escape(context.call(l_0_t, 'inputs.unused', _loop_vars=_loop_vars))
                    yield ':</p>\n<ul class="mapping unused">\n'
                    for l_3_column in l_2_sheet.unused:
                        _loop_vars = {}
                        pass
                        yield '<li>'
                        yield escape(l_3_column)
                        yield '</li>\n'
                    l_3_column = missing
                    yield '</ul>\n'
                else:
                    pass
                    yield '<p>'
                    yield escape(context.call(l_0_t, 'inputs.nothing_unused', _loop_vars=_loop_vars))
                    yield '</p>\n'
                if l_2_sheet.shown_of:
                    pass
                    yield '<p class="cut-off">'
                    yield escape(l_2_sheet.shown_of)
                    yield '</p>\n'
                yield '</details>\n'
        l_2_sheet = missing
        yield '</div>\n'
    l_1_file = missing
    yield '</section>\n<section id="problems" aria-labelledby="problems-title">\n<h2 id="problems-title">'
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
        yield '</h3>\n<p>'
        yield escape(l_1_group.means)
        yield '</p>\n<div class="scroll" tabindex="0" role="region" aria-label="'
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
            l_2_m = resolve('m')
            _loop_vars = {}
            pass
            yield '<tr><td>'
            if l_2_row.at.file:
                pass
                yield escape(context.call(l_2_m.sheet, l_2_row.at, _loop_vars=_loop_vars))
                yield ' '
                yield escape(context.call(l_2_m.cell, l_2_row.at, _loop_vars=_loop_vars))
            yield '</td> <td>'
            yield escape(l_2_row.message)
            yield '</td> <td class="number">'
            yield escape(l_2_row.count)
            yield '</td></tr>\n'
        l_2_row = l_2_m = missing
        yield '</tbody>\n</table>\n</div>\n'
        if l_1_group.shown_of:
            pass
            yield '<p class="cut-off">'
            yield escape(l_1_group.shown_of)
            yield '</p>\n'
    l_1_group = missing
    yield '</section>'

blocks = {}
debug_info = '2=14&3=16&4=19&6=24&8=26&10=30&11=32&13=34&14=36&16=48&17=52&22=78&23=81&25=83&26=86&28=89&29=91&31=94&32=98&36=104&37=107&39=109&40=113&44=120&46=122&47=125&56=132&57=134&58=137&60=139&61=143&62=145&63=147&65=149&66=151&68=157&69=162&74=174&75=177'
