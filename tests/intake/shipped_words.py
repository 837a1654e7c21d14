"""The shipped vocabulary, from the YAML itself: what these tests hold is what people edit."""

from functools import cache

from auditor.compile import compile_vocabulary, yaml_files
from auditor.intake.values import Reader
from auditor.layouts import Vocabulary
from auditor.resources import shipped


@cache
def vocabulary() -> Vocabulary:
    return compile_vocabulary(yaml_files(shipped("checklists")))


@cache
def reader() -> Reader:
    return Reader(vocabulary())
