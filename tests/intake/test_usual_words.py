"""What registers in practice hold, word by word: each header, title, value and date that must be understood, as a row."""

from datetime import date

import pytest

from auditor.intake.dates import find_day_of_number
from auditor.intake.headers import Headers
from auditor.intake.meaning import is_code, topics_of
from auditor.intake.periods import period_months
from auditor.intake.privacy import Dropper
from auditor.intake.values import Answer
from tests.intake.shipped_words import reader, vocabulary

HEADERS = """
staff.person_id training.person_id = personeelsnummer, personeelsnr, persnr, pers.nr., medewerkernummer,
    medewerkernr, medewerker id, medewerkerid, werknemernummer, werknemersnummer, werknemer nr, stamnummer,
    registratienummer medewerker, employee id, employee number, userid, user id, gebruikersnaam, gebruiker id,
    login, inlognaam, idnumber, id-nummer, upn, relatienummer
staff.person_id? = code
staff.person_id? training.person_id? = nummer
staff.name? training.name? = naam
staff.name training.name = medewerker, werknemer, deelnemer, cursist, gebruiker, kandidaat, naam medewerker, naam
    deelnemer, volledige naam, persoon, professional, gastouder, naam gastouder, vrijwilliger, student, user, full
    name, roepnaam en achternaam
staff.first_name training.first_name = voornaam, roepnaam, first name, given name, vn
staff.initials training.initials = voorletters, initialen, vl
staff.name_prefix training.name_prefix = tussenvoegsel, tussenv., tv, voorvoegsel, voorvoegsels, tussenvoegsels,
    infix
staff.last_name training.last_name = achternaam, geslachtsnaam, familienaam, naam geboorte, geboortenaam,
    partnernaam, last name, surname, an
staff.email training.email = e-mail, email, e-mailadres, emailadres, mail, e-mail werk, e-mail zakelijk, werkmail,
    email address zakelijk, email address user
dropped.birth_date = geboortedatum, geb.datum, geb datum, geboren, dob
dropped.bsn = bsn, bsn nummer, burgerservicenummer, sofinummer
staff.function training.function = functie, functienaam, functiebenaming, functieomschrijving, beroep, rol,
    functiegroep, job title, position, discipline, taak, medewerkersgroep, categorie medewerker, functieprofiel,
    scholingsprofiel
staff.employment_type = soort dienstverband, dienstverband, contractvorm, contractsoort, type medewerker, type
    contract, arbeidsrelatie, soort medewerker, aanstelling, status dienstverband, inhuur, zzp, uitzend, vast/flex,
    stagiair ja/nee, vrijwilliger ja/nee, oproep, bbl, bol
staff.start_date = datum in dienst, in dienst, indienst, datum indiensttreding, datum in diensttreding,
    indienstdatum, begindatum contract, startdatum contract, aanvang dienstverband, in dienst per, in dienst sinds,
    start, hire date
staff.start_date? = startdatum, ingangsdatum
staff.end_date = datum uit dienst, uit dienst, uitdienst, datum uitdiensttreding, uitdienstdatum, einddatum
    contract, einde dienstverband, uit dienst per
staff.end_date? training.completed_on? = einddatum
staff.end_date? = tot en met
unread = fte, deeltijdfactor, dtf, parttime %, uren per week, contracturen, werkweek, leidinggevende, manager,
    teamleider, teammanager, locatiemanager, directeur, direct leidinggevende, non-actief, inactief, geblokkeerd,
    agb, agb-code, nip, nvo, vog, cursuscode, kwalificatie code, scholingscode, modulecode, productcode, course
    short name, verplicht/facultatief, leervorm, werkvorm, vorm, verplicht, verplicht ja/nee, vereist, vereist
    ja/nee, verplichte scholing, norm, must have, inschrijfdatum, datum inschrijving, aangemeld op, toegewezen op,
    geplande datum, gepland op, datum gepland, startdatum, begindatum, aanvangsdatum, gestart op, opmerking,
    opmerkingen, toelichting, bijzonderheden, notitie, notities, memo, auteur, opsteller, opgesteld door, schrijver,
    steller, evaluatiefrequentie, herzieningstermijn, revisietermijn, cyclus, evaluatie (jaar), instemming, or, mr,
    gmr, clientenraad, oudercommissie, advies medezeggenschap, stappenplan, 5 stappen, vijf stappen, stappen, stap
    1, stap 5, stap 0, afwegingskader, wegingskader, weging, afwegingsvragen, meldnorm, meldnormen, professionele
    norm, verantwoordelijkheden, taken en verantwoordelijkheden, taakverdeling, rolverdeling, eindverantwoordelijke,
    beslisbevoegde, beslisser melding, bijzondere vormen, bijzondere vormen van geweld, eergerelateerd geweld,
    huwelijksdwang, vgv, ouderenmishandeling, mensenhandel, loverboys, oudermishandeling, vertrouwelijke gegevens,
    geheimhouding, beroepsgeheim, privacy, gegevensverwerking, dossiervorming, avg, kindcheck, kind check,
    oudercheck, mantelzorgverleningscheck, signaal, signalen, zorgsignaal, zorg, vermoeden, melding intern, uitkomst
    weging, acuut/structureel, besluit, beslissing, uitkomst, hulp/melden
training.hours? = aantal uren
staff.team = afdeling, team, groep, unit, organisatorische eenheid, oe, oe-code, wijkteam
staff.location training.location = locatie, vestiging, school, standplaats, brinnummer, brin, lrk nummer, lrk,
    opvanglocatie, kindercentrum, praktijk, werkplek
staff.team? = cluster, sector, dienst, kostenplaats
staff.location? training.location? = regio, organisatie
staff.client_contact = clientcontact, client contact, werkt met clienten, directe zorg, kindcontact, contact met
    kinderen, contact met ouders, primair proces, zorggebonden
dropped.absence = verlof, langdurig ziek, ziek, verzuim, zwangerschapsverlof, onbetaald verlof
officers.register_no = big, big-nummer, big nummer, skj, skj-nummer, skj registratie, registratienummer,
    kwaliteitsregister, registerplein nr
training.training_name = scholing, naam scholing, opleiding, opleidingsnaam, cursus, cursusnaam, training, naam
    training, module, e-learning, elearning, leeractiviteit, leermodule, leertraject, leertaak,
    learningactivitytitle, titel leeractiviteit, activiteit, kwalificatie, bekwaamheid, competentie,
    certificaattype, soort cursus, bijscholing, nascholing, workshop, klinische les, toets, course, course name
training.topic? = onderwerp, categorie, soort scholing, soort, type
training.training_name? = omschrijving, titel
training.topic = thema
training.provider = opleider, aanbieder, opleidingsinstituut, instituut, scholingsaanbieder, trainingsbureau,
    leverancier, trainer, docent, training provider, uitvoerder
training.completed_on = datum behaald, behaald op, behaaldatum, datum afgerond, afgerond op, afronddatum, voltooid
    op, datum voltooid, voltooiingsdatum, datum scholing, datum training, datum gevolgd, gevolgd op, scholingsdatum,
    diplomadatum, certificaatdatum, datum certificaat, afgiftedatum, datum afgifte, uitgegeven op, toetsdatum, datum
    geslaagd, laatste scholing, laatst gevolgd, laatste herhaling, completion date, timestamp
training.completed_on? = datum, einddatum
training.valid_until? = geldig tot, vervaldatum, geldigheid, geldigheidsduur, geldigheid (mnd), geldigheid (jaar),
    herhaaltermijn, herhaalfrequentie, frequentie, cyclus, termijn
training.valid_until = geldig t/m, geldig tot en met, certificaat geldig tot, geldigheid tot, geldigheidsdatum,
    einddatum geldigheid, verloopdatum, verloopt op, verloopdatum certificaat, expiratiedatum, herhalen voor,
    herhaling voor, herhalingsdatum, herscholing voor, opfris voor, uiterste datum, hercertificering, bijscholen
    voor
training.result = resultaat, cursusstatus, behaald, gehaald, afgerond, voltooid, geslaagd, score, cijfer, uitslag,
    voortgang, voortgang %, percentage, kwalificatiestatus, geldigheidsstatus, bevoegd, bekwaam, present, aanwezig,
    deelgenomen, completion status
training.result? = status, akkoord
training.certificate = certificaat, certificaatnummer, certificaat aanwezig, bewijs, bewijsstuk, diploma, kopie
    certificaat, bijlage, document certificaat
training.certificate? = document
training.hours = uren, studiebelasting, studie-uren, sbu, punten, accreditatiepunten, pe-punten, accreditatie, v&vn
    punten, skj-punten
policies.title? = titel, document, naam, onderwerp, omschrijving
policies.title = documenttitel, naam document, documentnaam, beleidsstuk, beleidsdocument, protocol, procedure,
    werkinstructie, regeling, richtlijn
policies.document_id = documentnummer, document id, documentcode, doc.nr., kenmerk, documentkenmerk
policies.document_id? = nr, code
policies.kind = documenttype, document type, soort document, domein, rubriek, hoofdstuk, map, proces
policies.kind? = soort, type, categorie
policies.version = versie, versienummer, versie nr, v., revisie, revisienummer, uitgave, versie en datum
policies.status? = status, actueel
policies.status = documentstatus, fase, publicatiestatus
policies.owner = eigenaar, documenteigenaar, proceseigenaar, proces eigenaar, beheerder, documentbeheerder,
    contentbeheerder, verantwoordelijke, portefeuillehouder, houder, beleidsverantwoordelijke
policies.adopted_by = vastgesteld door, bestuurder, mt
policies.approver = goedgekeurd door, autorisator, geautoriseerd door, accordering, paraaf
policies.approver? = akkoord
policies.adopted_on = vaststellingsdatum, datum vaststelling, vastgesteld op, vastgesteld d.d., vastgesteld datum,
    datum vastgesteld, datum goedkeuring, goedgekeurd op, autorisatiedatum, datum versie, versiedatum
policies.valid_from? = ingangsdatum
policies.valid_from = datum ingang, in werking per
policies.adopted_on? = datum, datum van aanmaak
policies.published_on = publicatiedatum, datum publicatie
policies.reviewed_on = laatst herzien, laatste herziening, laatst gewijzigd, laatste wijziging, datum mutatie,
    mutatiedatum, laatste evaluatie, laatst geevalueerd, datum laatste revisie, gecontroleerd op
policies.review_by = evaluatiedatum, volgende evaluatiedatum, volgend evaluatie datum, herzieningsdatum, datum
    herziening, revisiedatum, volgende revisiedatum, controledatum, te herzien voor, houdbaar tot, actualiseren voor
policies.review_by? = volgende evaluatie, geldig tot, vervaldatum, einddatum
policies.scope = toepassingsgebied, van toepassing op, locaties, reikwijdte
policies.audience = doelgroep, geldt voor
policies.scope? = sector
policies.location_link = vindplaats, link, url, locatie document, pad, intranet, bestandsnaam, zenya, iprova,
    sharepoint
officers.name = aandachtsfunctionaris, aandachtsfunctionaris meldcode, af, afhgkm, aandachtfunctionaris,
    contactpersoon meldcode, meldcodefunctionaris, coordinator meldcode, deskundige hgkm
cases.case = casus, casusnummer, dossiernummer, zaaknummer
cases.signal_date = datum signaal, signaaldatum, datum constatering, datum melding intern
cases.signal_date? = datum
cases.consult_date = datum consultatie, collegiale consultatie, overleg collega, datum overleg, stap 2 datum
cases.vt_advice_date = advies veilig thuis, advies vt, datum advies, geraadpleegd vt, anoniem advies
cases.talk_date = datum gesprek, gesprek ouders, gesprek client, gesprek kind, stap 3 datum
cases.weighed_date? = weging
cases.weighed_date = datum weging, stap 4 datum
cases.decision_report = melding ja/nee
cases.decided_on = stap 5 datum
cases.report_date = melding veilig thuis, melding vt, datum melding, zorgmelding, gemeld op
cases.next_monitoring? = volgende evaluatie
cases.next_monitoring = monitoring, nazorg, opvolging, volgdatum, evaluatiedatum casus
"""
"""What a header means in the register that it is of: a field, one that it may be (`?`), nothing that is read, or a column that
is dropped.
"""
POLICIES = """
meldcode, meldcode huiselijk geweld en kindermishandeling, meldcode HGKM, meldcode HG&KM, meldcode KHG, meldcode kindermishandeling,
    meldcode huiselijk geweld, meldcode 18+, protocol kindermishandeling,
    protocol kindermishandeling en grensoverschrijdend gedrag, protocol kindermishandeling KDV en PSZ en BSO,
    protocol vermoeden kindermishandeling KDV en PSZ en BSO, stappenplan kindermishandeling, handelingsprotocol huiselijk geweld,
    protocol Veilig Thuis, meldcode ouderenmishandeling, verbeterde meldcode, KNMG-meldcode, signaleringsprotocol
"""
NO_POLICIES = """
meld-, overleg- en aangifteplicht; protocol vermoeden misdrijf door medewerker; meldplicht zedenmisdrijf; PO-protocol seksueel misbruik;
    meldcode voertuig; meldcode RDW; meldcode warmtepomp ISDE; meldcode isolatie RVO KA30327; BHV; klokkenluidersregeling
"""
TRAININGS = """
meldcode, basistraining meldcode, e-learning meldcode, werken met de meldcode, werken met de verbeterde meldcode, werken met een meldcode,
    afwegingskader, kindermishandeling signaleren, huiselijk geweld signaleren, huiselijk geweld en kindermishandeling, kindcheck,
    ouderenmishandeling, opfris meldcode, opfriscursus meldcode, training aandachtsfunctionaris, training aandachtsfunctionaris LVAK,
    veilig thuis, gesprekken met ouders over zorgen, Meldcodeproof
"""
OTHER_TRAININGS = """
BHV, EHBO, VOG, SPUTOVAMO, ChildCheck, seksueel grensoverschrijdend gedrag cliënten, pesten, Wet zorg en dwang, agressietraining, MIC melden,
    incident melden, klokkenluidersregeling, datalek melden, meldcode voertuig, meldcode RDW, meldcode warmtepomp, meldcode isolatie ISDE
"""
ANSWERS = {
    Answer.YES: "ja, j, y, yes, 1, waar, true, x, X, ✓, √, v, ok, akkoord, behaald, gehaald, afgerond, voltooid, voltooide, geslaagd, "
    "voldoende, v (voldoende), gecertificeerd, bevoegd, bekwaam, aanwezig, present, gevolgd, op schema, geldig, 100%",
    Answer.NO: "nee, n, no, 0, onwaar, false, -, leeg, niet behaald, niet afgerond, gezakt, onvoldoende, verlopen, nooit gekwalificeerd, "
    "niet gestart, open, te doen, nog volgen, afwezig, achterstallig, ongeldig",
    Answer.PENDING: "ingeschreven, aangemeld, gepland, bezig, in behandeling, lopend, gestart, follow-up gepland, risico, binnenkort, "
    "wacht op",
    Answer.EXEMPT: "n.v.t., nvt, niet van toepassing, vrijgesteld, vrijstelling, geen clientcontact",
    Answer.UNKNOWN: "?, onbekend, ntb, n.t.b., n.b., #N/B, #N/A, #WAARDE!, #VERW!, volgt",
}
DAYS = """
03-04-2024 | 2024-04-03
3-4-24 | 2024-04-03
03/04/2024 | 2024-04-03
03.04.2024 | 2024-04-03
2024-04-03 | 2024-04-03
20240403 | 2024-04-03
12 dec 2018 | 2018-12-12
12 december 2018 om 06:21 lokaal | 2018-12-12
Vr, 17 Jan, 2020 om 4:58 PM | 2020-01-17
2.0 d.d. 16-11-2009 | 2009-11-16
2024-04-03T10:00:00+01:00 | 2024-04-03
2024-04-03T10:00:00Z | 2024-04-03
16-11-2009\N{NO-BREAK SPACE} | 2009-11-16
okt-23 | date.month_only
oktober '12 | date.month_only
Q3 2024 | date.quarter_only
2023 | date.year_only
2023/2024 | date.school_year
29-02-2023 | date.impossible
31-04-2024 | date.impossible
onbepaald | date.open_ended
levenslang | date.open_ended
3 jaar | date.period
24 mnd | date.period
x | date.yes_without_date
n.v.t. | date.not_applicable
onbekend | date.unknown
"""
MONTHS = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()


def rows(table: str) -> list[tuple[str, str]]:
    """Every header with its meaning."""
    whole = table.strip("\n").replace("\n    ", " ").splitlines()
    return [
        (header, meaning)
        for meaning, headers in (row.split(" = ", 1) for row in whole)
        for header in headers.split(", ")
    ]


def words(table: str, sign: str = ", ") -> list[str]:
    return [word.strip() for word in table.strip("\n").replace("\n", " ").split(sign.strip())]


WORDS = vocabulary()
KNOWN = Headers(WORDS)
DROPPER = Dropper(WORDS, KNOWN)


@pytest.mark.parametrize(("header", "meaning"), rows(HEADERS))
def test_a_header_means_what_it_means_in_registers(header: str, meaning: str) -> None:
    claims = {f"{each.register}.{each.field}{'?' if each.weak else ''}" for each in KNOWN.claims(header)}
    if meaning.startswith("dropped."):
        assert (claims, DROPPER.reason(header)) == (set(), meaning.removeprefix("dropped."))
    elif meaning == "unread":
        assert not any(each.startswith(("training.completed_on", "training.result")) for each in claims)
    else:
        assert set(meaning.split()) <= claims


def test_every_header_is_there() -> None:
    assert len(rows(HEADERS)) > 651


@pytest.mark.parametrize("title", words(POLICIES))
def test_a_policy_that_is_a_meldcode(title: str) -> None:
    assert is_code(title, "", WORDS)


@pytest.mark.parametrize("title", words(NO_POLICIES, ";"))
def test_a_policy_that_is_another_duty_or_another_meldcode(title: str) -> None:
    assert not is_code(title, "", WORDS)


@pytest.mark.parametrize("title", words(TRAININGS))
def test_a_training_that_is_about_the_meldcode(title: str) -> None:
    assert topics_of("", title, WORDS)


@pytest.mark.parametrize("title", words(OTHER_TRAININGS))
def test_a_training_that_is_about_something_else(title: str) -> None:
    assert not topics_of("", title, WORDS)


@pytest.mark.parametrize(
    ("word", "answer"), [(word, answer) for answer, text in ANSWERS.items() for word in text.split(", ")]
)
def test_a_word_answers(word: str, answer: Answer) -> None:
    assert reader().read_answer(word).value is answer


def test_a_yes_with_a_remark_is_a_yes() -> None:
    assert reader().read_answer("ja, zie map").value is Answer.YES


@pytest.mark.parametrize("row", DAYS.strip().splitlines())
def test_a_day_is_read_or_said_not_to_be_one(row: str) -> None:
    typed, _, expected = row.partition(" | ")
    reading = reader().read_date(typed)
    assert (str(reading.value) if reading.value else reading.trouble) == expected


@pytest.mark.parametrize(("month", "name"), list(enumerate(MONTHS, 1)))
def test_a_month_is_known_by_its_short_name(month: int, name: str) -> None:
    assert reader().read_date(f"5 {name} 2024").value == date(2024, month, 5)


def test_a_count_of_days_is_a_day_and_said() -> None:
    found = find_day_of_number(45292)
    assert found is not None
    assert (found.day, found.note) == (date(2024, 1, 1), "date.serial")


@pytest.mark.parametrize(("typed", "months"), [("3 jaar", 36), ("36", 36), ("24 mnd", 24)])
def test_a_period_where_an_end_should_stand_is_so_many_months(typed: str, months: int) -> None:
    assert period_months(typed, "Geldig tot") == months
