from django import template
from django.utils.safestring import SafeString

from dekkend.region.forms import AssignForm
from dekkend.region.models import School

register = template.Library()


@register.simple_tag
def area_choice(form: AssignForm, school: School) -> SafeString:
    """The choice of area in the row of this school, with its name for a screen reader."""
    name = f"school-{school.pk}"
    return form[name].as_widget(attrs={"class": "input", "aria-label": str(form.fields[name].label)})
