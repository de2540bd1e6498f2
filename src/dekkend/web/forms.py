"""How Django's forms come out: our label, hint, error and field, tied to each other."""

from __future__ import annotations

from typing import Any

from django.forms import DateInput, Textarea
from django.forms.renderers import TemplatesSetting

BARE = {"checkbox", "radio", "hidden"}


class Renderer(TemplatesSetting):
    form_template_name = "web/forms/form.html"
    field_template_name = "web/parts/field.html"
    formset_template_name = "web/forms/formset.html"

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        if "widget" in context:
            dress(context["widget"])
        return str(super().render(template_name, context, request))


def dress(widget: dict[str, Any]) -> None:
    """Fields one types or chooses in get the class `input`, beside their own. A placeholder is no label: it goes.

    So does maxlength: with it a browser cuts off what is pasted and says nothing. The form tells what is too long.
    """
    for name in ("placeholder", "maxlength"):
        widget["attrs"].pop(name, None)
    if is_boxed(widget):
        given = widget["attrs"].get("class", "").split()
        widget["attrs"]["class"] = " ".join(["input", *(name for name in given if name != "input")])
    for part in widget.get("subwidgets", ()):
        dress(part)


def is_boxed(widget: dict[str, Any]) -> bool:
    """Not ticks, hidden fields, nor the list around ticks."""
    if "optgroups" in widget:
        return bool(widget["template_name"].endswith("/select.html"))
    return widget.get("type") not in BARE


class Option(str):
    """A choice with what follows from it: Option("Negatief", "Eerst moet er iets veranderen.")."""

    hint: str

    def __new__(cls, name: str, hint: str = "") -> Option:
        option = super().__new__(cls, name)
        option.hint = hint
        return option


class DayInput(DateInput):
    """A date by the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class MarkdownInput(Textarea):
    """The school's own words; editor.js adds the four buttons and cleans what comes from Word."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 5, "class": "voice", "data-markdown": True, **(attrs or {})})
