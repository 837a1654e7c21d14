"""The hashes of the templates that this folder was made from. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
MADE_FROM = {
    "inspect.html.j2": "b8c781cdb877d2147e9cf39f0dcd1b9ed3e80e55ec8b4b8a574655f3d03a85d1",
    "macros.html.j2": "e582e877c3a10d4fb46c5f1e45bc596001800988d0a98f5af510cab9fc9b640b",
    "overview.html.j2": "b90b6beeba7d74a6234426076f973305463490a884e05861969c890e762bbf2a",
    "report.html.j2": "908858732a4896a1b2180c732ba1b71a8ef758fe1259f126e2208c278943bc2a",
    "parts/card_body.html.j2": "624a24e23a950c111fc4f2a251808611d767e74fe5214a0f66a2bfd908214b04",
    "parts/card_head.html.j2": "01c21ae4499ff20e02437479602bf5db14f631d37536d3ce0bc31786ad7d02e6",
    "parts/evidence.html.j2": "ee481916e48f467f2fac81b689a603b748aaffd5e6b3f5eeab6c3f8c0a901aef",
    "parts/inputs.html.j2": "690a5cab57276834719ffc46f3616d89e8015b428492d1ef4c31cc30bc4df05b",
    "parts/measure.html.j2": "0cfc5b9f55112318400940252009c6ce4ce4e61a38126c25d0d538e4643060a7",
    "parts/not_judged.html.j2": "bacc5243b7bcafde8e41412a1d84f73ed6d8121fe2e603f4e53987409dd74d31",
    "parts/pictures.html.j2": "289f1762d1d362847edf1c779b33665ec1bf59ad5ec705ca8f1a9c7334ebe271",
    "parts/provenance.html.j2": "23418ab76fdbb9833af07aee8db7d0aa8556886408301c6a04759377646526b7",
    "parts/requirements.html.j2": "4b8cb5f96b1fcd4ced339cdb735f52947162ef4d64caef144cd8fb013c044965",
    "parts/shapes.html.j2": "7a90b290034e0df54160ab7977cc6451f591fe2b55f81e5c3fdeb46077b69732",
    "parts/summary.html.j2": "6913ecf82c604c7fcb892f0d50f272521ba077f237d3f4ce8493e6b1ca47a627",
    "parts/upcoming.html.j2": "974dd0cc3900482e0a01e73e526faa8474ad7b900c441294a3a34b53db45810d",
}
