"""What titles mean: what a training is about, whether a policy is a meldcode, what kind of activity it was. Pure.

The words are the vocabulary's; how a phrase stands in a title is `auditor.intake.phrases`. An unknown title means nothing:
never a guess.
"""

from auditor.intake.phrases import Title, holds_any, named_parts, prepared, without
from auditor.intake.words import normal
from auditor.layouts import Vocabulary

STAFF_ROUTE = "medewerkersroute"
"""The topic of a neighbouring duty: a suspicion against somebody who works there."""


def topics_of(topic_text: str, training_title: str, vocabulary: Vocabulary) -> frozenset[str]:
    """What a training is about: from its topic column where that says anything known, else from its title.

    A topic column may hold topic ids or phrases, several of them. Where it names a near miss, the training is about that,
    whatever its title. A homonym in either, such as a vehicle, means that it is about nothing of ours; what says of itself
    that it did not take place is about nothing either.
    """
    said, named = prepared(topic_text), prepared(training_title)
    if not said.words and not holds_any(named, vocabulary.of_topics):
        return frozenset()
    if holds_any(said, vocabulary.homonyms) or holds_any(named, vocabulary.homonyms):
        return frozenset()
    if is_undone(training_title, vocabulary):
        return frozenset()
    if not said.words:
        return _topics(named, vocabulary)
    if known := _ids(said, vocabulary) | _topics(said, vocabulary):
        return known
    return frozenset() if holds_any(said, vocabulary.near_misses) else _topics(named, vocabulary)


def _ids(searched: Title, vocabulary: Vocabulary) -> frozenset[str]:
    parts = set(named_parts(searched))
    return frozenset(topic.id for topic in vocabulary.topics if normal(topic.id) in parts)


def _topics(searched: Title, vocabulary: Vocabulary) -> frozenset[str]:
    if not holds_any(searched, vocabulary.of_topics):
        return frozenset()
    rest = without(searched, vocabulary.near_misses)
    found = {topic.id for topic in vocabulary.topics if topic.alone and holds_any(rest, topic.phrases)}
    if found:
        rest = without(rest, vocabulary.of_lone_topics)
    return frozenset(found).union(
        topic.id
        for topic in vocabulary.topics
        if not topic.alone and holds_any(rest, topic.phrases) and holds_any(without(rest, topic.unless), topic.phrases)
    )


def is_code(policy_title: str, kind: str, vocabulary: Vocabulary) -> bool:
    """Whether a policy is a meldcode, by its title or its kind.

    A title that names only something else, such as a form or the procedure for a suspicion against staff, is none
    whatever its kind; and so is a kind that names only something else.
    """
    named, sort = prepared(policy_title), prepared(kind)
    both = prepared(f"{kind} {policy_title}")
    if not any(holds_any(each, vocabulary.code_titles) for each in (named, sort, both)):
        return False
    if holds_any(both, vocabulary.homonyms):
        return False
    rest, sort_rest = without(named, vocabulary.no_code), without(sort, vocabulary.no_code)
    if sort.words and not sort_rest.words:
        return False
    if holds_any(rest, vocabulary.code_titles):
        return True
    return rest == named and any(
        holds_any(each, vocabulary.code_titles) for each in (sort_rest, without(both, vocabulary.no_code))
    )


def activity_kind(text: str, vocabulary: Vocabulary) -> str:
    """The kind of an activity, empty when no word for one is known; of several the first in the vocabulary's order."""
    searched = prepared(text)
    return next((each.id for each in vocabulary.activities if holds_any(searched, each.words)), "")


def is_undone(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the name of something says that it did not take place, or not yet."""
    return is_put_off(text, vocabulary) or holds_any(prepared(text), vocabulary.undone)


def is_put_off(text: str, vocabulary: Vocabulary) -> bool:
    """Whether what something is about says that it did not take place, or is still to come."""
    return is_cancelled(text, vocabulary) or holds_any(prepared(text), vocabulary.put_off)


def is_cancelled(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text about something says that it did not take place."""
    return holds_any(prepared(text), vocabulary.cancelled)


def is_about_code(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text, such as an activity's topic, names the code, what it is about, or one of its topics."""
    searched = prepared(text)
    if holds_any(searched, vocabulary.homonyms):
        return False
    about = _topics(searched, vocabulary)
    if about - {STAFF_ROUTE}:
        return True
    return not about and holds_any(without(searched, vocabulary.near_misses), vocabulary.subjects)


def smells(training_title: str, vocabulary: Vocabulary) -> bool:
    """Whether a title without a topic is worth a question: a word in it is one of ours, and nothing says that it is about
    another thing of the same name.
    """
    named = prepared(training_title)
    if not holds_any(named, vocabulary.smells) or holds_any(named, vocabulary.homonyms):
        return False
    return not topics_of("", training_title, vocabulary)
