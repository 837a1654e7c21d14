"""`parts/shapes.html.j2`, compiled. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing
name = 'parts/shapes.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    pass
    yield '<svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">\n<symbol id="shape-met" viewBox="0 0 20 20"><circle class="fill" cx="10" cy="10" r="9"/><path class="cut" d="M5.4 10.4l3.1 3.2 6.1-6.9"/></symbol>\n<symbol id="shape-partly_met" viewBox="0 0 20 20"><circle class="line" cx="10" cy="10" r="8"/><path class="fill" d="M10 2a8 8 0 0 0 0 16z"/></symbol>\n<symbol id="shape-not_met" viewBox="0 0 20 20"><path class="fill" d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z"/><path class="cut" d="M6.6 6.6l6.8 6.8M13.4 6.6l-6.8 6.8"/></symbol>\n<symbol id="shape-not_shown" viewBox="0 0 20 20"><rect class="line dashed" x="2" y="2" width="16" height="16" rx="2"/><path class="line" d="M7.4 7.9c0-3.7 5.4-3.4 5.2-.2-.1 1.9-2.5 2-2.6 4.1"/><circle class="fill" cx="10" cy="14.7" r="1.3"/></symbol>\n<symbol id="shape-for_a_person" viewBox="0 0 20 20"><circle class="fill" cx="10" cy="5.6" r="4.1"/><path class="fill" d="M2.2 19c0-4.9 3.3-7.8 7.8-7.8s7.8 2.9 7.8 7.8z"/></symbol>\n<symbol id="shape-not_applicable" viewBox="0 0 20 20"><circle class="line" cx="10" cy="10" r="8"/><path class="line" d="M6 10h8"/></symbol>\n<symbol id="shape-gaps" viewBox="0 0 20 20"><path class="fill" d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z"/><path class="cut" d="M10 5.4v5.4"/><circle class="cut-dot" cx="10" cy="14" r="1.3"/></symbol>\n<symbol id="shape-proof" viewBox="0 0 20 20"><circle class="fill" cx="10" cy="10" r="9"/><path class="cut" d="M5.4 10.4l3.1 3.2 6.1-6.9"/></symbol>\n<symbol id="shape-none" viewBox="0 0 20 20"><circle class="line" cx="10" cy="10" r="8"/><path class="line" d="M6 10h8"/></symbol>\n</svg>'

blocks = {}
debug_info = ''
