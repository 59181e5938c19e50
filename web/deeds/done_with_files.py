"""What is said after files were attached, withdrawn or restored, and how that is undone."""

from collections.abc import Mapping
from urllib.parse import quote

from ...domain.attachments import Attachment
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.lists import joined
from .undoing import Done, Tell, Undoing


def _attached(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = [each for key in about.split(";") if (each := work.look(Attachment, key))]
    if not found or not all(each.stands for each in found):
        return None
    names = joined([lang.text("“{name}”", name=each.name) for each in found], lang)
    sentence = lang.plural("{names} is attached.", "{names} are attached.", len(found), names=names)
    if len(found) > 1:
        return Done(sentence)
    fields = (("why", lang.text("Attached by mistake")),)
    return Done(sentence, undo=Undoing(f"/attachments/{quote(about, safe='')}/withdraw", fields))


def _file_withdrawn(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Attachment, about)
    if found is None or found.stands:
        return None
    sentence = lang.text("“{name}” is withdrawn.", name=found.name)
    return Done(sentence, undo=Undoing(f"/attachments/{quote(about, safe='')}/restore"))


def _file_restored(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Attachment, about)
    if found is None:
        return None
    if found.stands:
        return Done(lang.text("“{name}” is attached again.", name=found.name))
    return Done(
        lang.text(
            "“{name}” stays withdrawn: a file with the same content is attached.", name=found.name
        )
    )


WITH_FILES: Mapping[str, Tell] = {
    "files-attached": _attached,
    "file-withdrawn": _file_withdrawn,
    "file-restored": _file_restored,
}
