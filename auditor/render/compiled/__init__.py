"""The hashes of the templates that this folder was made from. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
MADE_FROM = {
    "inspect.html.j2": "b8c781cdb877d2147e9cf39f0dcd1b9ed3e80e55ec8b4b8a574655f3d03a85d1",
    "macros.html.j2": "aae4acb07e8d3cdf2a74c2a69e6de652ac0672821224707c7e118776a3fbfc54",
    "overview.html.j2": "b90b6beeba7d74a6234426076f973305463490a884e05861969c890e762bbf2a",
    "report.html.j2": "196cb0b3e539a4ecce5d03c10695378bedb3152a035dfd3df08fe4f7c6ae3535",
    "parts/card_body.html.j2": "f03bbee4c5e2b580535b703c866f0b46f78dcbbe8defbc5687a595d378e6873e",
    "parts/card_head.html.j2": "01c21ae4499ff20e02437479602bf5db14f631d37536d3ce0bc31786ad7d02e6",
    "parts/evidence.html.j2": "ee481916e48f467f2fac81b689a603b748aaffd5e6b3f5eeab6c3f8c0a901aef",
    "parts/inputs.html.j2": "4a4795225ac9478245a5174d19f5b4a1e39ccd3721916ca01df99b1dce4caceb",
    "parts/measure.html.j2": "6dffb1f3ebe96ca1f78250d1f1be14195b603cf40422cd9d2cc36fcee7b07139",
    "parts/not_judged.html.j2": "bacc5243b7bcafde8e41412a1d84f73ed6d8121fe2e603f4e53987409dd74d31",
    "parts/provenance.html.j2": "23418ab76fdbb9833af07aee8db7d0aa8556886408301c6a04759377646526b7",
    "parts/requirements.html.j2": "3f65dea6ccd0b3b378c5557c2644bd5db031af8b9cbeeff5e1590acbab5eb951",
    "parts/shapes.html.j2": "7a90b290034e0df54160ab7977cc6451f591fe2b55f81e5c3fdeb46077b69732",
    "parts/summary.html.j2": "d9f5621936926e8d54eaa22f05bfb31a04b4af2a82512e6d2a5aca82fde561ac",
}
