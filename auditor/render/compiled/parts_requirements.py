"""`parts/requirements.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'parts/requirements.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_t = resolve('t')
    l_0_page = resolve('page')
    pass
    yield '<form id="filter" class="filter" hidden aria-labelledby="filter-title">\n<h2 id="filter-title">'
    yield escape(context.call(l_0_t, 'filter.title'))
    yield '</h2>\n<fieldset>\n<legend>'
    yield escape(context.call(l_0_t, 'filter.verdicts'))
    yield '</legend>\n'
    for l_1_badge in l_0_page.verdicts:
        l_1_m = resolve('m')
        _loop_vars = {}
        pass
        yield '<label class="pick"><input type="checkbox" name="verdict" value="'
        yield escape(l_1_badge.id)
        yield '">'
        yield escape(context.call(l_1_m.verdict, l_1_badge, _loop_vars=_loop_vars))
        yield '</label>\n'
    l_1_badge = l_1_m = missing
    yield '</fieldset>\n<div class="fields">\n<label>'
    yield escape(context.call(l_0_t, 'filter.layer'))
    yield '\n<select name="layer"><option value="">'
    yield escape(context.call(l_0_t, 'filter.all_layers'))
    yield '</option>'
    for l_1_layer in l_0_page.layers:
        _loop_vars = {}
        pass
        yield '<option value="'
        yield escape(l_1_layer.id)
        yield '">'
        yield escape(l_1_layer.title)
        yield '</option>'
    l_1_layer = missing
    yield '</select></label>\n'
    if l_0_page.places:
        pass
        yield '<label>'
        yield escape(context.call(l_0_t, 'place_filter'))
        yield '\n<select name="location"><option value="">'
        yield escape(context.call(l_0_t, 'all_places'))
        yield '</option>'
        for l_1_place in l_0_page.places:
            _loop_vars = {}
            pass
            yield '<option value="'
            yield escape(l_1_place)
            yield '">'
            yield escape(l_1_place)
            yield '</option>'
        l_1_place = missing
        yield '</select></label>\n'
    yield '<label>'
    yield escape(context.call(l_0_t, 'filter.text'))
    yield '\n<input type="search" name="text" autocomplete="off"></label>\n<button type="reset">'
    yield escape(context.call(l_0_t, 'filter.reset'))
    yield '</button>\n<button type="button" id="fold" data-open="'
    yield escape(context.call(l_0_t, 'filter.open'))
    yield '" data-close="'
    yield escape(context.call(l_0_t, 'filter.close'))
    yield '">'
    yield escape(context.call(l_0_t, 'filter.open'))
    yield '</button>\n</div>\n<p id="shown" role="status" data-words="'
    yield escape(context.call(l_0_t, 'filter.shown'))
    yield '"></p>\n</form>\n'
    for l_1_layer in l_0_page.layers:
        _loop_vars = {}
        pass
        yield '<section id="layer-'
        yield escape(l_1_layer.id)
        yield '" class="layer" aria-labelledby="layer-'
        yield escape(l_1_layer.id)
        yield '-title">\n<h2 id="layer-'
        yield escape(l_1_layer.id)
        yield '-title">'
        yield escape(l_1_layer.title)
        yield '</h2>\n<p class="intro">'
        yield escape(l_1_layer.means)
        yield '</p>\n'
        for l_2_group in l_1_layer.groups:
            _loop_vars = {}
            pass
            yield '<div class="group">\n<h3>'
            yield escape(l_2_group.title)
            yield '</h3>\n'
            for l_3_card in l_2_group.cards:
                _loop_vars = {}
                pass
                yield '<article id="'
                yield escape(l_3_card.anchor)
                yield '" class="card v-'
                yield escape(l_3_card.badge.id)
                yield '" data-verdict="'
                yield escape(l_3_card.badge.id)
                yield '" data-layer="'
                yield escape(l_3_card.layer)
                yield '"'
                if l_3_card.places:
                    pass
                    yield ' data-places="'
                    yield escape(l_3_card.places)
                    yield '"'
                yield ' aria-labelledby="'
                yield escape(l_3_card.anchor)
                yield '--title">\n'
                if l_3_card.folded:
                    pass
                    yield '<details>\n<summary>'
                    template = environment.get_template('parts/card_head.html.j2', 'parts/requirements.html.j2')
                    gen = template.root_render_func(template.new_context(context.get_all(), True, {'card': l_3_card, 'group': l_2_group, 'layer': l_1_layer}))
                    try:
                        for event in gen:
                            yield event
                    finally: gen.close()
                    yield '</summary>\n'
                    template = environment.get_template('parts/card_body.html.j2', 'parts/requirements.html.j2')
                    gen = template.root_render_func(template.new_context(context.get_all(), True, {'card': l_3_card, 'group': l_2_group, 'layer': l_1_layer}))
                    try:
                        for event in gen:
                            yield event
                    finally: gen.close()
                    yield '</details>\n'
                else:
                    pass
                    template = environment.get_template('parts/card_head.html.j2', 'parts/requirements.html.j2')
                    gen = template.root_render_func(template.new_context(context.get_all(), True, {'card': l_3_card, 'group': l_2_group, 'layer': l_1_layer}))
                    try:
                        for event in gen:
                            yield event
                    finally: gen.close()
                    template = environment.get_template('parts/card_body.html.j2', 'parts/requirements.html.j2')
                    gen = template.root_render_func(template.new_context(context.get_all(), True, {'card': l_3_card, 'group': l_2_group, 'layer': l_1_layer}))
                    try:
                        for event in gen:
                            yield event
                    finally: gen.close()
                yield '</article>\n'
            l_3_card = missing
            yield '</div>\n'
        l_2_group = missing
        if l_1_layer.excluded:
            pass
            yield '<div class="group">\n<h3>'
            yield escape(context.call(l_0_t, 'requirement.not_applicable', _loop_vars=_loop_vars))
            yield '</h3>\n<div class="scroll" tabindex="0" role="region" aria-labelledby="layer-'
            yield escape(l_1_layer.id)
            yield '-excluded">\n<table class="excluded">\n<caption id="layer-'
            yield escape(l_1_layer.id)
            yield '-excluded">'
            yield escape(context.call(l_0_t, 'requirement.not_applicable_caption', layer=l_1_layer.title, _loop_vars=_loop_vars))
            yield '</caption>\n<thead><tr><th scope="col">'
            yield escape(context.call(l_0_t, 'requirement.id', _loop_vars=_loop_vars))
            yield '</th> <th scope="col">'
            yield escape(context.call(l_0_t, 'requirement.what', _loop_vars=_loop_vars))
            yield '</th> <th scope="col">'
            yield escape(context.call(l_0_t, 'requirement.why', _loop_vars=_loop_vars))
            yield '</th></tr></thead>\n<tbody>\n'
            for l_2_card in l_1_layer.excluded:
                _loop_vars = {}
                pass
                yield '<tr id="'
                yield escape(l_2_card.anchor)
                yield '" data-verdict="'
                yield escape(l_2_card.badge.id)
                yield '" data-layer="'
                yield escape(l_2_card.layer)
                yield '"><th scope="row"><span class="id">'
                yield escape(l_2_card.id)
                yield '</span></th> <td>'
                yield escape(l_2_card.title)
                yield '</td> <td>'
                yield escape(l_2_card.reason)
                yield '</td></tr>\n'
            l_2_card = missing
            yield '</tbody>\n</table>\n</div>\n</div>\n'
        yield '</section>\n'
    l_1_layer = missing

blocks = {}
debug_info = '2=14&4=16&5=18&6=23&10=29&11=31&12=43&13=46&14=48&16=61&18=63&19=65&21=71&23=73&24=77&25=81&26=85&27=87&29=91&30=93&31=97&32=113&34=116&35=123&38=132&39=138&45=148&47=151&48=153&50=155&51=159&53=165&54=169'
