"""Fields, controls and things that hang on a paragraph of OpenDocument: what a reader sees of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .gaps import chart, picture
from .passages import Gap
from .signs import OPEN, TICKED

CONTENT_CONTROL = "loext:content-control"
MARK = "field:fieldmark"
CONTROL = "draw:control"
OBJECTS = ("draw:object", "draw:object-ole", "draw:plugin", "draw:applet", "draw:floating-frame")
VALUES = ("form:current-value", "form:value")


def shown(element: Any, controls: dict[str, str]) -> str | None:
    """What it shows by itself. None: what stands in it."""
    if element.tag == CONTENT_CONTROL:
        if element.get_attribute_string("loext:showing-place-holder") == "true":
            return ""
        if element.get_attribute_string("loext:checkbox") == "true":
            return box(element.get_attribute_string("loext:checked") == "true")
        return None
    if element.tag == MARK:
        return of_mark(element)
    if element.tag == CONTROL:
        return controls.get(element.get_attribute_string("draw:control") or "", "")
    return None


def box(is_on: bool) -> str:
    return TICKED if is_on else OPEN


def of_mark(mark: Any) -> str:
    """A box or a list to choose from, as it comes from Word."""
    told = [
        (str(each.get_attribute("field:name")), (each.get_attribute_string("field:value") or "").lower())
        for each in mark.get_elements("field:param")
    ]
    if str(mark.get_attribute("field:type")).endswith("FORMCHECKBOX"):
        return box(("Checkbox_Checked", "true") in told)
    entries = [value for name, value in told if name == "Dropdown_ListEntry"]
    at = next((value for name, value in told if name == "Dropdown_Selected"), "")
    return entries[int(at)] if at.isdecimal() and int(at) < len(entries) else ""


def controls_in(body: Any) -> dict[str, str]:
    """Of a form, by name: "☒ lift"."""
    found = {}
    for each in body.get_elements("//office:forms//*"):
        name = each.get_attribute_string("xml:id") or each.get_attribute_string("form:id") or ""
        if each.tag in ("form:checkbox", "form:radio"):
            state = each.get_attribute_string("form:current-state") or each.get_attribute_string(
                "form:current-selected"
            )
            label = each.get_attribute_string("form:label") or ""
            found[name] = f"{box(state in ('checked', 'true'))} {label}".strip()
        elif each.tag in ("form:text", "form:textarea", "form:combobox", "form:date", "form:number"):
            found[name] = next((told for key in VALUES if (told := each.get_attribute_string(key))), "")
    return found


def hanging(element: Any) -> Iterator[Any]:
    """What is drawn at this place: boxes with text (their elements) and gaps, in order."""
    for child in element.children:
        if child.tag == "draw:frame":
            yield from framed(child)
        elif child.tag.startswith(("draw:", "dr3d:")):
            if any(each.tag in ("text:p", "text:list", "text:h") for each in child.children):
                yield child
            else:
                yield from hanging(child)
        elif child.tag.startswith("text:") and child.tag not in ("text:note", "text:p", "text:h"):
            yield from hanging(child)


def framed(frame: Any) -> Iterator[Any]:
    """The first of its forms; the others are for programs that do not know that one."""
    for child in frame.children:
        if child.tag == "draw:text-box":
            yield child
            return
        if child.tag in OBJECTS:
            yield Gap(chart(alt_of(frame)))
            return
        if child.tag == "draw:image":
            yield Gap(picture(alt_of(frame)))
            return
        if child.tag == "table:table":
            yield frame
            return


def alt_of(frame: Any) -> str:
    told = (frame.get_element("svg:title"), frame.get_element("svg:desc"))
    return next((words for each in told if each is not None and (words := each.text_recursive.strip())), "")
