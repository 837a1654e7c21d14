"""What registers look like: their fields, the headers and sheet names that mean them, and the words in their cells.

The data is in `checklists/registers/`; a synonym is one word there. Pure: it knows no file.
"""

from enum import StrEnum
from functools import cached_property

from auditor.checklist import Checklist, Data


class Kind(StrEnum):
    """How the cells of a column are read."""

    TEXT = "text"
    DATE = "date"
    ANSWER = "answer"
    NUMBER = "number"
    STATUS = "status"
    NAME = "name"
    IDENTIFIER = "identifier"
    DROPPED = "dropped"


class Field(Data, frozen=True, kw_only=True):
    """One field of a register. `headers` are synonyms as people write them, the first one is ours; they are compared
    after normalising. `weak` headers mean this field only when nothing else in the register claims the column and the
    register was recognised by other headers.
    """

    name: str
    kind: Kind
    headers: tuple[str, ...]
    weak: tuple[str, ...] = ()
    required: bool = False


class Layout(Data, frozen=True, kw_only=True):
    """One register: its JSON name, usual sheet names (compared after normalising), and its fields.

    `bare_names` are names of a sheet too, but only where nothing else stands in them than a number or a year (`Vrijwilligers
    2026`, not `Rooster vrijwilligers`).
    `pairs`: the register is a sheet of two columns, key and value, rather than a table (the organisation).
    """

    register: str
    sheet_names: tuple[str, ...]
    fields: tuple[Field, ...]
    pairs: bool = False
    bare_names: tuple[str, ...] = ()


class Topic(Data, frozen=True, kw_only=True):
    """Something a training may be about: phrases that name it, and phrases that show it is something else.

    `alone`: the part of a title that is about it is about nothing else (reading a text is not training in it).
    """

    id: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    alone: bool = False


class Words(Data, frozen=True, kw_only=True):
    """A meaning, and the words in cells that have it (compared after normalising)."""

    id: str
    words: tuple[str, ...]


class Vocabulary(Data, frozen=True, kw_only=True, dict=True):
    """Everything that is needed to understand somebody's registers.

    Phrases are written in the grammar of `auditor.intake.phrases`. `homonyms`: words with which a title is about another
    thing of the same name (a vehicle's, a subsidy's), so nothing in it counts. `near_misses`: training titles that are
    about something else, so no topic counts in the part of a title that holds one. `code_titles` and `not_code_titles`:
    phrases in a policy's title or kind that say that it is a meldcode, or something else. `subjects`: what the code is
    about; naming one makes an activity one about the code. `smells`: words that make an unrecognised training title worth
    a question. Plain words, not phrases: `totals` begin a row of totals; `not_completion` say in a header that a column
    is about a training, but not about having completed it; `unsaid` begin a text that fills a cell and says nothing yet, and
    `no_place` one that stands where a place should, and names none. `case_topics`: phrases for what a discussed case is
    about, when it is one that the code is for; `dated_yes` say of a day beside them that something was completed on it. `plain_no` are the words by which a decision is a no, and
    `no_reason` begin what is written in the place of a reason. `bare_activities` are kinds of an activity that may be about anything. `ended`
    are phrases by which an agreement is none, or not any more; `taken_back` phrases by which something does not stand in the code after
    all, and `gone` phrases of a place where nothing stands. `nobody` is what is written in the place of somebody where there is none, and `ditto` where it is the one named beside it. `graded` are headers of columns in which a number is a mark, not an answer, `shares` of those in which it is a percentage.
    `roles` are single words with which somebody is named by function; `ordinary` are words that are nobody's name though a
    sentence begins with them. `suggested`: how the actions begin that our action list writes of a person or a location.
    `planned`, `past`, `examples` and `current`: phrases in a sheet's name, a title or a line among the rows that say whether the rows below
    it hold; those of `planned_briefly` and `past_briefly` do so in a short one only. `notes` are plain words with which a line begins that is a remark;
    `cancelled`, `put_off` and `undone`: phrases in a training's title, or in what is said of an activity, by which it did not take
    place, or not yet.
    `not_places` words in the name of a sheet or a file that are no location; `articles` those of them that belong to the
    word behind them, where that is one. `nameless` is what programs call a sheet by themselves.
    """

    layouts: tuple[Layout, ...]
    topics: tuple[Topic, ...]
    near_misses: tuple[str, ...]
    smells: tuple[str, ...]
    code_titles: tuple[str, ...]
    not_code_titles: tuple[str, ...]
    statuses: tuple[Words, ...]
    answers: tuple[Words, ...]
    activities: tuple[Words, ...]
    dropped: tuple[Words, ...]
    homonyms: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    not_completion: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    dated_yes: tuple[str, ...] = ()
    plain_no: tuple[str, ...] = ()
    no_reason: tuple[str, ...] = ()
    bare_activities: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    taken_back: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    ditto: tuple[str, ...] = ()
    no_place: tuple[str, ...] = ()
    case_topics: tuple[str, ...] = ()
    graded: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    planned_briefly: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    past_briefly: tuple[str, ...] = ()
    current: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()
    put_off: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    not_places: tuple[str, ...] = ()
    nameless: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()

    @cached_property
    def of_topics(self) -> tuple[str, ...]:
        """The phrases of all topics: a title that holds none of them is about nothing of ours."""
        return tuple([phrase for topic in self.topics for phrase in topic.phrases])

    @cached_property
    def of_lone_topics(self) -> tuple[str, ...]:
        """The phrases of the topics that stand alone."""
        return tuple([phrase for topic in self.topics if topic.alone for phrase in topic.phrases])

    @cached_property
    def no_code(self) -> tuple[str, ...]:
        """The phrases of all that is no code though its name may hold that of one."""
        return (*self.not_code_titles, *self.of_lone_topics)

    @cached_property
    def planned_in_short(self) -> tuple[str, ...]:
        """The phrases by which rows are planned only, in a short line."""
        return (*self.planned, *self.planned_briefly)

    @cached_property
    def past_in_short(self) -> tuple[str, ...]:
        """The phrases by which rows are past, in a short line."""
        return (*self.past, *self.past_briefly)


class Library(Data, frozen=True, kw_only=True):
    """What `checklists/` holds: the law, and what is needed to understand somebody's registers.

    `normal` gives for each of its words the text by which it is compared (`auditor.intake.words.normal`), found once.
    """

    checklist: Checklist
    vocabulary: Vocabulary
    normal: dict[str, str]
