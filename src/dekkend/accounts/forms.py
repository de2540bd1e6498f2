from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from .actions import accept
from .models import Invitation, User


class AcceptForm(forms.Form):
    name = forms.CharField(
        label=_("Je naam"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    password = forms.CharField(
        label=_("Kies een wachtwoord"),
        help_text=_("Ten minste 12 tekens. Een korte zin is goed te onthouden."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation
        self.fields["name"].initial = invitation.user.name

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.invitation.user)
        return password

    def save(self) -> User | None:
        return accept(self.invitation, name=self.cleaned_data["name"], password=self.cleaned_data["password"])
