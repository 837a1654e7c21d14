"""What the page shows, as records that a template only has to write down: chosen, sorted, counted and worded.

Foreign text in them is fit to be shown (`auditor.render.words.plain`) but not escaped: the templates do that.
"""

from auditor.render.picture_views import Heat, Named, Timeline, View


class Badge(View, frozen=True):
    """A verdict: `id` picks shape and colour, `word` says it."""

    id: str
    word: str


class Place(View, frozen=True):
    """One place in the inputs. `cell` is empty for a whole sheet, `sheet` for a whole file; `whole` then says so."""

    file: str
    sheet: str
    cell: str
    whole: str


class EvidenceRow(View, frozen=True):
    """What one cell says; `cell` and `whole` as in `Place`."""

    cell: str
    whole: str
    says: str


class EvidenceBlock(View, frozen=True):
    """The cells of one sheet that a verdict rests on."""

    register: str
    at: Place
    rows: tuple[EvidenceRow, ...]


class Evidence(View, frozen=True):
    """The cells that a verdict rests on; `shown_of` says how many are not drawn, and is empty if all are."""

    blocks: tuple[EvidenceBlock, ...]
    shown_of: str


class Bar(View, frozen=True):
    """So many of so many; `percent` is rounded down, so only all of them is 100."""

    name: str
    of: str
    percent: int


class Bars(View, frozen=True):
    """The shares of the locations, or of the functions, the smallest first."""

    caption: str
    head: str
    rows: tuple[Bar, ...]
    shown_of: str


class MeasureView(View, frozen=True):
    """Coverage in all, who is lacking and where, and in parts where there are parts."""

    total: str
    lacking: str
    bar: Bar
    parts: tuple[Bars, ...]
    heat: Heat | None


class SourceView(View, frozen=True):
    """One source of a requirement, as it is `cited`. `url` is empty where there is no https address."""

    cited: str
    url: str
    firm: bool
    codes: str
    meaning: str
    remark: str


class PlanView(View, frozen=True):
    """What the organisation says it does about a requirement, or leaves for a while, and where it says so."""

    title: str
    says: str
    file: str
    sheet: str
    cell: str


class UpcomingView(View, frozen=True):
    """Something that lapses after the reference date."""

    on: str
    what: str
    requirement: str
    anchor: str
    count: str


class Card(View, frozen=True):
    """One requirement, judged. Parts that do not apply are empty; `todo` is what to do in short.

    `places` are the locations in which it was counted, for the filter; `lapses` is what happens if nothing is done.
    """

    id: str
    anchor: str
    title: str
    layer: str
    layer_name: str
    badge: Badge
    folded: bool
    norm: str
    asks: str
    question: str
    sources: tuple[SourceView, ...]
    sectors: str
    reason: str
    how: str
    evidence: Evidence
    measure: MeasureView | None
    repair: str
    advice: str
    todo: str
    plans: tuple[PlanView, ...]
    places: str
    counts_people: bool
    lapses: tuple[str, ...]


class Group(View, frozen=True):
    """Requirements of one layer that belong together; `stands` says how many are met."""

    title: str
    stands: str
    cards: tuple[Card, ...]


class Count(View, frozen=True):
    """How many requirements have a verdict."""

    badge: Badge
    number: int


class Segment(View, frozen=True):
    """A part of a bar, for the verdict `id`."""

    id: str
    x: int
    width: int


class LayerCount(View, frozen=True):
    """How a layer stands: how much could be judged, and how many requirements have each verdict; none is left out."""

    id: str
    title: str
    judged: str
    excluded: str
    counts: tuple[Count, ...]
    segments: tuple[Segment, ...]


class LayerView(View, frozen=True):
    """All requirements of one layer: those that apply in groups, the others with the reason why not."""

    id: str
    title: str
    means: str
    index: tuple[Card, ...]
    groups: tuple[Group, ...]
    excluded: tuple[Card, ...]


class ConclusionView(View, frozen=True):
    """The conclusion in one sentence, on what it rests, and what it does not mean."""

    id: str
    headline: str
    counted: str
    means: str
    judged_on: str
    missing: str


class ColumnRow(View, frozen=True):
    """Which column was read as what."""

    column: str
    field: str


class SheetView(View, frozen=True):
    """How a sheet was understood; `register` is empty for a sheet that was not used."""

    name: str
    hidden: bool
    register: str
    header_row: str
    read: str
    used: str
    left_out: str
    columns_title: str
    columns: tuple[ColumnRow, ...]
    unused: tuple[str, ...]
    shown_of: str


class FileView(View, frozen=True):
    """A file that was read."""

    name: str
    caption: str
    sha256: str
    sheets: tuple[SheetView, ...]
    shown_of: str


class ProblemView(View, frozen=True):
    """Something about an input that the reader must know."""

    at: Place
    message: str
    count: str


class ProblemGroup(View, frozen=True):
    """The problems of one severity."""

    id: str
    title: str
    means: str
    rows: tuple[ProblemView, ...]
    shown_of: str


class Left(View, frozen=True):
    """A requirement of the checklist that was not judged, and why."""

    id: str
    title: str
    why: str


class Meaning(View, frozen=True):
    """A word of the report and what it means; `badge` where it has a shape."""

    word: str
    means: str
    badge: Badge | None = None


class WordList(View, frozen=True):
    """Words that belong together, with an introduction or none."""

    title: str
    intro: str
    words: tuple[Meaning, ...]


class ChecklistView(View, frozen=True):
    """A checklist that was judged by."""

    id: str
    version: str
    sha256: str


class FirstThing(View, frozen=True):
    """One of the things to do first: what, why, and who does it by when, as far as is known."""

    card: Card
    todo: str
    why: str
    who: str


class Window(View, frozen=True):
    """What lapses in thirty days; `more` says how many are not listed."""

    title: str
    items: tuple[UpcomingView, ...]
    more: str


class BrandView(View, frozen=True):
    """Who hands the report over. `logo` is an address that loads nothing, or empty."""

    name: str
    made_by: str
    logo: str
    width: int
    height: int


class Page(View, frozen=True):
    """The whole report; `large` if a browser had better not lay out all of it at once."""

    lang: str
    large: bool
    title: str
    organisation: str
    sectors_name: str
    sectors: str
    as_of: str
    facts: tuple[Named, ...]
    conclusion: ConclusionView
    first: tuple[FirstThing, ...]
    first_intro: str
    first_more: str
    layer_counts: tuple[LayerCount, ...]
    windows: tuple[Window, ...]
    places_heat: Heat | None
    skills_heat: Heat | None
    timeline: Timeline | None
    places: tuple[str, ...]
    verdicts: tuple[Badge, ...]
    layers: tuple[LayerView, ...]
    upcoming: tuple[UpcomingView, ...]
    files: tuple[FileView, ...]
    problems: tuple[ProblemGroup, ...]
    for_a_person: tuple[Card, ...]
    only_law: str
    other_day: tuple[Left, ...]
    other_day_caption: str
    other_sector: tuple[Left, ...]
    word_lists: tuple[WordList, ...]
    brand: BrandView | None
    tool: str
    checklists: tuple[ChecklistView, ...]
    generated: str
    personal: str
