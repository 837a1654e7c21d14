"""A report of an organisation that does not exist, rich enough to show every part of the page."""

# ruff: noqa: ANN401 -- what a helper is given beyond its own arguments goes to a record as it is

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from auditor.checklist import Checklist, Excluded, Law, Layer, Requirement, Sector, Source, Text
from auditor.library import load_texts
from auditor.render.edition import Edition
from auditor.result import (
    ChecklistOut,
    CountsOut,
    EvidenceOut,
    FunctionShareOut,
    InputOut,
    LocationShareOut,
    MeasureOut,
    OrganisationOut,
    ProblemOut,
    RequirementOut,
    Result,
    SheetOut,
    SourceOut,
    ToolOut,
    TotalsOut,
    UpcomingOut,
)
from auditor.rules.shapes import (
    AnyRule,
    Audience,
    BothSubjects,
    Derived,
    Element,
    ForAPerson,
    PolicyInForce,
    Reached,
    Used,
)
from auditor.texts import LANGUAGES

DAY = date(2026, 11, 22)
KO = ("dagopvang", "bso")
CODES = "Beleid en meldcode.xlsx"
HR = "HR/Scholing en personeel 2026.xlsx"

TEXTS = {lang: load_texts(lang) for lang in LANGUAGES}


def text(nl: str, en: str = "") -> Text:
    """The same words twice, unless English is given."""
    return Text(nl=nl, en=en or nl)


def source(law: str, article: str, confidence: str, sectors: tuple[str, ...] = KO, **more: Any) -> Source:
    """A source of a requirement."""
    return Source(law=law, article=article, sectors=sectors, confidence=confidence, **more)


def requirement(id_: str, title: Text, evidence: AnyRule, *sources: Source, **more: Any) -> Requirement:
    """A requirement of the checklist; what the test does not care about is filled in."""
    given: dict[str, Any] = {
        "layer": Layer.LAW,
        "norm": "WET",
        "group": "having",
        "asks": text(f"{title.nl}.", f"{title.en}."),
        "question": text("Hoe weet u dat?", "How do you know?"),
        "advice": text("Leg het vast.", "Record it."),
    } | more
    return Requirement(id=id_, title=title, evidence=evidence, sources=sources, **given)


def bkk(point: str, confidence: str = "S26", **more: Any) -> tuple[Source, ...]:
    """The two places in the childcare decree, for day care and for out-of-school care."""
    return (
        source("BKK", f"5{point}", confidence, ("dagopvang",), **more),
        source("BKK", f"14{point}", confidence, ("bso",), **more),
    )


CHECKLIST = Checklist(
    id="meldcode",
    version="2026.11",
    sha256="b5" * 32,
    sectors=(
        Sector(id="dagopvang", name=text("dagopvang", "day care"), known_as=(), bases=(), supervisor=text("GGD")),
        Sector(id="bso", name=text("buitenschoolse opvang", "out-of-school care"), known_as=(), bases=(), supervisor=text("GGD")),
        Sector(id="halt", name=text("Halt"), known_as=(), bases=(), supervisor=text("Inspectie JenV")),
        Sector(id="zorg", name=text("zorginstelling", "care institution"), known_as=(), bases=(), supervisor=text("IGJ")),
    ),
    laws=(
        Law(id="Wko", name=text("Wet kinderopvang", "Childcare Act (Wet kinderopvang)"), bwb="BWBR0017017"),
        Law(id="BKK", name=text("Besluit kwaliteit kinderopvang", "Childcare Quality Decree (Besluit kwaliteit kinderopvang)"), bwb="BWBR0039936"),
        Law(id="decree", name=text("Besluit verplichte meldcode huiselijk geweld en kindermishandeling"), bwb="BWBR0033723"),
        Law(id="Halt", name=text("Regeling Halt 2013"), bwb="BWBR0032680"),
        Law(id="huiselijkgeweld.nl", name=text("huiselijkgeweld.nl"), url="https://www.huiselijkgeweld.nl/"),
    ),
    requirements=(
        requirement("MC-1.1", text("De organisatie heeft zelf een meldcode vastgesteld", "The organisation adopted a reporting code itself"), PolicyInForce(), source("Wko", "1.51a(1)", "S26")),
        requirement("MC-1.2", text("De meldcode is bedoeld voor de mensen die ermee werken", "The code addresses the people who must work with it"), Audience(), source("Wko", "1.51a(1)", "S26")),
        requirement("MC-1.3", text("De code wijst stap voor stap de weg", "The code guides step by step"), Derived(of=("MC-2.2.a", "MC-2.2.c.KO")), source("Wko", "1.51a(1)", "S26")),
        requirement("MC-1.4", text("De code gaat over huiselijk geweld en kindermishandeling", "The code covers domestic violence and child abuse"), BothSubjects(subjects={}), source("Wko", "1.51a(1)-(3)", "S26")),
        requirement("MC-1.6", text("Halt legt de code vooraf aan de minister voor", "Halt obtains prior approval of the minister"), Element(), source("Halt", "24(2)", "S15", ("halt",))),
        requirement("MC-2.1.b", text("De meldcode heeft een afwegingskader", "The code contains an assessment framework"), Element(), *bkk("(1)b", "S26 (date SEC)", start=date(2019, 1, 1), remark=text("De begindatum is niet in de wettekst zelf gezien.", "The first day was not seen in the text of the law itself.")), norm="AMvB", group="elements", since=date(2019, 1, 1)),
        requirement("MC-2.1.c.1", text("De functie met het laatste woord over melden staat erin", "The function that finally decides is named"), Element(), *bkk("(1)c"), norm="AMvB", group="elements"),
        requirement("MC-2.1.d", text("Aandacht voor bijzondere vormen van geweld", "Attention to special forms of violence"), Element(conditional=True), *bkk("(1)d"), norm="AMvB", group="elements"),
        requirement("MC-2.1.f", text("De kindcheck", "The child check"), Element(), source("decree", "2(1)f", "S26", (*KO, "zorg")), norm="AMvB", group="elements", excluded=(Excluded(sectors=KO, reason=text("Het Besluit kwaliteit kinderopvang kent geen kindcheck.")),)),
        requirement("MC-2.1.g", text("Omgaan met vertrouwelijke gegevens", "Handling confidential data"), Element(), *bkk("(1)e"), norm="AMvB", group="elements"),
        requirement("MC-2.2.a", text("Stap 1: de signalen in kaart brengen", "Step 1: map the signs"), Element(), *bkk("(2)a"), norm="AMvB", group="steps"),
        requirement("MC-2.2.c.KO", text("Stap 3: een gesprek met de ouders en, als dat kan, met het kind", "Step 3: a talk with the parents and, if possible, the child"), Element(), *bkk("(2)c"), norm="AMvB", group="steps"),
        requirement("MC-2.2.e.1", text("Stap 5, besluit 1: wel of niet melden bij Veilig Thuis", "Step 5, decision 1: report to Veilig Thuis or not"), Element(), *bkk("(2)e 1°", "S26 (date SEC)"), norm="AMvB", group="steps", since=date(2019, 1, 1)),
        requirement("MC-3.1", text("Medewerkers kennen de meldcode", "Staff know the code"), Reached(topics=("meldcode",)), source("Wko", "1.51a(4)", "S26"), group="knowledge"),
        requirement("MC-3.2", text("De meldcode wordt echt gebruikt", "The code is put to use"), Used(kinds=()), source("Wko", "1.51a(4)", "S26"), group="knowledge"),
        requirement("MC-3.4", text("Medewerkers kennen de werkwijze bij een vermoeden tegen een collega", "Staff know what to do on a suspicion against a colleague"), Reached(topics=("medewerkersroute",)), source("Wko", "1.51b(5), 1.51c(3)", "S26/S15"), group="knowledge"),
        requirement("MC-H.2.2.e", text("Stap 5 (oud): zelf hulp bieden, of melden", "Step 5 (old): offer help, or report"), Element(), *bkk("(2)e", "S15", end=date(2018, 12, 31)), norm="AMvB", group="steps", until=date(2018, 12, 31)),
        requirement("NB-3", text("Overleg en aangifte bij een vermoeden tegen een medewerker", "Consult and report on a suspicion against a colleague"), ForAPerson(), source("Wko", "1.51b", "S26"), layer=Layer.NEIGHBOUR, group="neighbours"),
        requirement("NB-9", text("Veiligheids- en gezondheidsbeleid", "Safety and health policy"), ForAPerson(answerable=False), source("BKK", "4(3)b 3°, 4(4)", "S26"), layer=Layer.NEIGHBOUR, group="neighbours"),
        requirement("MC-2.1.b.3", text("Het kader noemt melden bij acute en structurele onveiligheid", "The framework names reporting of acute and structural unsafety"), Element(), source("huiselijkgeweld.nl", "8 mei 2018", "SEC"), layer=Layer.PROFESSIONAL_NORM, norm="BEROEPSNORM", group="elements"),
        requirement("MC-2.1.h", text("Namen en wetten in de code zijn actueel", "Names and laws in the code are current"), Element(), source("decree", "1 b, c", "INF"), layer=Layer.GOOD_PRACTICE, norm="GOOD-PRACTICE", group="elements"),
    ),
)  # fmt: skip
_BY_ID = {each.id: each for each in CHECKLIST.requirements}
_LAWS = {each.id: each for each in CHECKLIST.laws}


def seen(register: str, file: str, sheet: str, cell: str, says: str) -> EvidenceOut:
    """One cell that a verdict rests on."""
    return EvidenceOut(register=register, file=file, sheet=sheet, cell=cell, says=says)


def element(row: int, says: str) -> list[EvidenceOut]:
    """What the elements register says in a row."""
    return [seen("elements", CODES, "Meldcode-inhoud", f"B{row}", says)]


def _source(entry: Source) -> SourceOut:
    law = _LAWS[entry.law]
    return SourceOut(
        law=law.name.nl, bwb=law.bwb, article=entry.article, url=law.link(DAY), confidence=entry.confidence
    )


def judged(id_: str, verdict: str, reason: str, evidence: Sequence[EvidenceOut] = (), **more: Any) -> RequirementOut:
    """A requirement of the checklist, judged; what the test does not care about is filled in."""
    entry = _BY_ID[id_]
    given: dict[str, Any] = {
        "id": id_,
        "layer": entry.layer,
        "sectors": list(KO),
        "title": entry.title.nl,
        "verdict": verdict,
        "reason": reason,
        "advice": entry.advice.nl,
        "would_be_met_if": "",
        "sources": [_source(each) for each in entry.sources],
        "evidence": list(evidence),
        "measure": None,
        "acceptance": None,
        "action": None,
    }
    return RequirementOut(**given | more)


def counts(requirements: list[RequirementOut]) -> TotalsOut:
    """The totals of these requirements."""
    by_layer = {
        layer: CountsOut(
            **{
                verdict: sum(1 for each in requirements if (each.layer, each.verdict) == (layer, verdict))
                for verdict in CountsOut.__struct_fields__
            }
        )
        for layer in TotalsOut.__struct_fields__
    }
    return TotalsOut(**by_layer)


NOT_REACHED = [
    seen("staff", HR, "Personeel", f"A{row}", f"Medewerker P{row:04d} heeft geen afgeronde scholing over de meldcode.")
    for row in range(4, 74)
]
KNOWLEDGE = MeasureOut(
    covered=41,
    population=57,
    by_location=[
        LocationShareOut(location="De Vlinder", covered=24, population=24),
        LocationShareOut(location="Het Nest", covered=17, population=21),
        LocationShareOut(location="BSO De Boomhut", covered=0, population=12),
    ],
    by_function=[
        FunctionShareOut(function="pedagogisch medewerker", covered=38, population=44),
        FunctionShareOut(function="stagiair", covered=0, population=7),
        FunctionShareOut(function="", covered=3, population=6),
    ],
)
REQUIREMENTS = [
    judged("MC-1.1", "met", "De meldcode ‘Meldcode huiselijk geweld en kindermishandeling’ is vastgesteld op 12 maart 2021 en geldt.", [seen("policies", CODES, "Beleidsregister", "D7", "vastgesteld op 12 maart 2021"), seen("policies", CODES, "Beleidsregister", "C7", "status: vastgesteld")]),
    judged("MC-1.2", "met", "De meldcode zegt voor wie hij is.", [seen("policies", CODES, "Beleidsregister", "H7", "alle medewerkers, stagiairs en vrijwilligers")]),
    judged("MC-1.3", "not_shown", "Het slechtste oordeel van de stappen: ‘Stap 3: een gesprek met de ouders en, als dat kan, met het kind’ is niet aantoonbaar.", would_be_met_if="Alle vijf stappen zijn voldaan."),
    judged("MC-1.4", "met", "De titel noemt huiselijk geweld en kindermishandeling.", [seen("policies", CODES, "Beleidsregister", "B7", "Meldcode huiselijk geweld en kindermishandeling")]),
    judged("MC-2.1.b", "partly_met", "Het register zegt ja, maar zonder vindplaats.", element(9, "aanwezig: ja, vindplaats: (leeg)"), advice="Zet bij het afwegingskader op welke bladzijde of in welke paragraaf van de meldcode het staat.", would_be_met_if="In Meldcode-inhoud C9 staat de bladzijde of paragraaf."),
    judged("MC-2.1.c.1", "not_met", "Het register zegt dat dit niet in de meldcode staat.", element(11, "aanwezig: nee"), advice="Noem in de meldcode één functie die beslist over wel of niet melden, en stel de meldcode opnieuw vast.", would_be_met_if="De meldcode noemt één functie die het laatste woord heeft, en het register noemt de bladzijde."),
    judged("MC-2.1.d", "not_applicable", "Het register zegt n.v.t., met een reden: de vormen spelen niet bij kinderen van 0 tot 4 jaar.", element(12, "n.v.t.")),
    judged("MC-2.1.f", "not_applicable", "Het Besluit kwaliteit kinderopvang kent geen kindcheck."),
    judged("MC-2.1.g", "met", "Het register zegt ja, met een vindplaats.", element(14, "aanwezig: ja, vindplaats: blz. 17")),
    judged("MC-2.2.a", "met", "Het register zegt ja, met een vindplaats.", element(3, "aanwezig: ja, vindplaats: blz. 6")),
    judged("MC-2.2.c.KO", "not_shown", "Twee rijen spreken elkaar tegen: de ene zegt ja, de andere nee.", [*element(5, "aanwezig: ja"), *element(21, "aanwezig: nee")], advice="Kijk in de meldcode wat stap 3 zegt en laat één rij over.", would_be_met_if="Eén rij over stap 3, met ‘ja’ en een bladzijde."),
    judged("MC-2.2.e.1", "for_a_person", "De meldcode is van voor 2019 en later niet aantoonbaar herzien.", element(7, "aanwezig: ja")),
    judged("MC-3.1", "partly_met", "41 van 57 mensen zijn bereikt. Niemand is bereikt in: BSO De Boomhut; stagiair. Buiten de telling: 4 nieuwe medewerkers.", NOT_REACHED, measure=KNOWLEDGE, advice="Plan voor 1 maart 2027 een scholing over de meldcode voor de mensen die nog niet zijn bereikt, ook voor stagiairs.", would_be_met_if="Deze 16 mensen ronden een scholing over de meldcode af."),
    judged("MC-3.2", "met", "In de afgelopen twaalf maanden is de code besproken.", [seen("activities", CODES, "Borging", "A4:A9", "teamoverleg over de meldcode, 3 juni 2026")]),
    judged("MC-3.4", "not_met", "Van 57 mensen is niemand bereikt.", [seen("training", HR, "Scholing", "", "geen scholing over de medewerkersroute")], measure=MeasureOut(covered=0, population=57, by_location=[], by_function=[]), advice="Neem de medewerkersroute op in de scholing.", would_be_met_if="57 mensen ronden een scholing over de medewerkersroute af."),
    judged("NB-3", "for_a_person", "Geen register kan dit laten zien."),
    judged("NB-9", "met", "Er is geldend beleid dat dit noemt.", [seen("policies", CODES, "Beleidsregister", "B12", "Beleid veiligheid en gezondheid 2025")]),
    judged("MC-2.1.b.3", "not_shown", "Het register heeft hierover geen rij.", [seen("elements", CODES, "Meldcode-inhoud", "", "geen rij over deze eis")], would_be_met_if="Het register meldcode-inhoud zegt ja, met een vindplaats."),
    judged("MC-2.1.h", "partly_met", "Het register zegt: deels.", element(19, "deels: ‘AMHK’ staat er nog in")),
]  # fmt: skip


def sheet(name: str, register: str | None, rows: tuple[int | None, int, int], columns: str, *unused: str) -> SheetOut:
    """A sheet; `rows` is the header row, and how many rows were read and used."""
    return SheetOut(
        name=name,
        register=register,
        header_row=rows[0],
        rows_read=rows[1],
        rows_used=rows[2],
        columns=dict(pair.split("=") for pair in columns.split()),
        unused_columns=list(unused),
        hidden=register is None,
    )


def inputs() -> list[InputOut]:
    """What was read, and what was not."""
    return [
        InputOut(file=CODES, sha256="3f" * 32, sheets=[
            sheet("Organisatie", "organisation", (None, 6, 6), "name=B1 sectors=B2"),
            sheet("Beleidsregister", "policies", (6, 14, 13), "title=B status=C adopted_on=D review_by=F audience=H", "Archiefcode", "Opmerking"),
            sheet("Meldcode-inhoud", "elements", (2, 21, 19), "element=A present=B place=C reason=D"),
            sheet("Borging", "activities", (3, 11, 11), "date=A kind=B topic=C location=D", "Verslag door"),
            sheet("Kladblok", None, (None, 38, 0), ""),
        ]),
        InputOut(file=HR, sha256="a9" * 32, sheets=[
            sheet("Personeel", "staff", (3, 63, 62), "person_id=A function=C location=D start_date=E end_date=F", "Telefoon"),
            sheet("Scholing", "training", (5, 251, 246), "person_id=A training_name=B completed_on=F valid_until=G", "Kostenplaats"),
        ]),
    ]  # fmt: skip


PROBLEMS = [
    ProblemOut(code="date.unreadable", severity="error", file=HR, sheet="Scholing", cell="F132", message="‘voorjaar’ is geen datum. Schrijf een dag, zoals 3-4-2024.", count=4),
    ProblemOut(code="element.disagree", severity="error", file=CODES, sheet="Meldcode-inhoud", cell="B21", message="Deze rij spreekt rij 5 tegen.", count=1),
    ProblemOut(code="contact.unknown", severity="warning", file=HR, sheet="Personeel", cell="", message="Er is geen kolom die zegt wie met kinderen werkt. Iedereen telt mee.", count=1),
    ProblemOut(code="sheet.hidden", severity="note", file=CODES, sheet="Kladblok", cell="", message="Dit verborgen blad is geen register.", count=1),
]  # fmt: skip


def report(**changes: Any) -> Result:
    """The rich report, with some parts replaced; totals follow the requirements unless they are given."""
    requirements = changes.get("requirements", REQUIREMENTS)
    given: dict[str, Any] = {
        "report_format": 1,
        "tool": ToolOut(name="meldcode-proof", version="0.1.0"),
        "checklists": [ChecklistOut(id=CHECKLIST.id, version=CHECKLIST.version, sha256=CHECKLIST.sha256)],
        "as_of": DAY,
        "organisation": OrganisationOut(name="Kinderopvang De Vlinderboom", sectors=list(KO), facts={"adult_clients": False, "vir_authorised": None, "training_norm_percent": 90}),
        "conclusion": "gaps",
        "totals": counts(requirements),
        "requirements": requirements,
        "problems": PROBLEMS,
        "inputs": inputs(),
        "upcoming": [
            UpcomingOut(on=date(2026, 12, 31), what="De meldcode moet worden herzien", requirement="MC-1.1", count=1),
            UpcomingOut(on=date(2027, 2, 1), what="Scholing over de meldcode verloopt", requirement="MC-3.1", count=12),
        ],
        "generated_at": msgspec.UNSET,
    }  # fmt: skip
    return Result(**given | changes)


def edition(result: Result | None = None, checklist: Checklist = CHECKLIST, lang: str = "nl") -> Edition:
    """A result, or the rich report, ready to be rendered."""
    return Edition(result=result or report(), checklist=checklist, texts=TEXTS[lang])
