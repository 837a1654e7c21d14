"""Reads a page the way a browser would, strictly: an element that is not closed where it should be is an error."""

from collections.abc import Iterator
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "img"})


class Node:
    """An element: its name, attributes and children; text is a child too."""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Node | str] = []

    def __getitem__(self, attribute: str) -> str:
        return self.attributes.get(attribute, "")

    def every(self, name: str = "", **attributes: str) -> Iterator["Node"]:
        """The elements below this one, in reading order, with this name and these attributes; `class_` is one class."""
        for child in self.children:
            if isinstance(child, Node):
                if name in {"", child.name} and all(child.has(key, value) for key, value in attributes.items()):
                    yield child
                yield from child.every(name, **attributes)

    def one(self, name: str = "", **attributes: str) -> "Node":
        """The only such element."""
        (found,) = self.every(name, **attributes)
        return found

    def has(self, attribute: str, value: str) -> bool:
        """Whether an attribute has this value, or one of the classes is it."""
        return value in self["class"].split() if attribute == "class_" else self[attribute] == value

    @property
    def text(self) -> str:
        """All text below this element, as a reader sees it."""
        parts = (child if isinstance(child, str) else child.text for child in self.children)
        return "" if self.name in {"script", "style"} else "".join(parts)

    @property
    def words(self) -> str:
        """The text, on one line."""
        return " ".join(self.text.split())

    def shape(self) -> Iterator[str]:
        """Every element below this one with the names of its attributes: what markup there is, whatever it says."""
        for node in self.every():
            yield f"{node.name} {' '.join(sorted(node.attributes))}"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"{tag} has an attribute twice"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(page: bytes) -> Node:
    """The page as a tree; its root has no name. A page that is not well formed fails the test."""
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].name}> is not closed"
    return reader.open[0]
