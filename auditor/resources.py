"""Where the data folders stand: inside the package in a wheel, beside it in a checkout or an editable install."""

import os

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def shipped(folder: str) -> str:
    """The path of a data folder: `checklists`, `templates` or `sample_data`.

    Raises `FileNotFoundError` with the folder's name where the installation lacks it; that is a defect of the packaging.
    """
    inside = os.path.join(_PACKAGE, folder)
    if os.path.isdir(inside):
        return inside
    checkout = os.path.dirname(_PACKAGE)
    beside = os.path.join(checkout, folder)
    if os.path.isfile(os.path.join(checkout, "pyproject.toml")) and os.path.isdir(beside):
        return beside
    raise FileNotFoundError(folder)
