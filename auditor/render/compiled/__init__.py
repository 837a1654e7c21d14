"""The hashes of the templates that this folder was made from. Made by `python -m auditor.render.build`; not to be edited."""

# mypy: ignore-errors
MADE_FROM = {
    "macros.html.j2": "97d19764380213fac796cd8d444532ffc22cb460b9812c9c45c7bdf8a18de657",
    "report.html.j2": "18ec9a1cead88adc7fecab765ad6971b6ac250d2ccc334f8a061358af0ee16c5",
    "parts/card_body.html.j2": "e2863b0d63c025dbb3beb906ac1927f2a86286e0b645de0029ae4f5a9aa1b438",
    "parts/card_head.html.j2": "a4ffda823081837c8ca82ddac5e730ff08f967e24844b3147201cc99690e07d2",
    "parts/evidence.html.j2": "ca9c95b2205ba5b14b92d18aa18b780312d129e71df3f50c508feb8e602420ef",
    "parts/inputs.html.j2": "7dec09cc84ee724315928047c5361626803ae30da18e781f88c5842c98fa1194",
    "parts/measure.html.j2": "f897398929b1077f05716d43fff74abd0b7659fe2d4eafc67e5fddf4578a8e81",
    "parts/not_judged.html.j2": "08445cd7324df949d317de156501956269992e4bcca8901f620929ac73ef5d08",
    "parts/provenance.html.j2": "10c1737ae1226aea24f5ed9ef2fbdd87a334930cbb0871384d41befcf0e3eb16",
    "parts/requirements.html.j2": "2b618dd0d3f7d281ea489f47d82d13add5005801250093d39c5111aef4a85364",
    "parts/shapes.html.j2": "7a90b290034e0df54160ab7977cc6451f591fe2b55f81e5c3fdeb46077b69732",
    "parts/summary.html.j2": "8c70019de66705df7021c57f90f365ed16478dba8803a8835dab7e757650b661",
}
