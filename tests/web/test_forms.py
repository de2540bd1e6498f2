"""How a Django form comes out."""

from django import forms

from dekkend.web.forms import DayInput, MarkdownInput, Option


class Decision(forms.Form):
    name = forms.CharField(
        label="Naam", help_text="Zoals DUO die kent.", widget=forms.TextInput({"placeholder": "Naam"})
    )
    note = forms.CharField(label="Toelichting", required=False, widget=MarkdownInput())
    on = forms.DateField(label="Datum", widget=DayInput())
    advice = forms.ChoiceField(
        label="Advies",
        widget=forms.RadioSelect,
        choices=[("yes", Option("Positief", "Het kan worden vastgesteld.")), ("no", Option("Negatief <i>"))],
    )
    area = forms.ChoiceField(label="Wijk", choices=[("1", "Oost")])
    sure = forms.BooleanField(label="Akkoord", help_text="Namens het bestuur.")


def test_a_field_has_its_label_and_its_hint_tied_to_it():
    html = str(Decision())
    assert '<label for="id_name">Naam' in html
    assert 'id="id_name_helptext"' in html
    assert 'aria-describedby="id_name_helptext"' in html
    assert "aria-invalid" not in html


def test_an_error_is_tied_to_its_field_and_listed_above():
    html = str(Decision({"name": "", "on": "31-31", "area": "1"}))
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert '<a href="#id_name">Naam: dit veld is verplicht.</a>' in html
    assert '<a href="#id_advice">' in html
    assert 'id="id_advice"' in html


def test_an_error_at_a_question_reads_as_a_sentence():
    class Question(forms.Form):
        how = forms.CharField(label="Hoe ging het?")

    assert '<a href="#id_how">Hoe ging het? Dit veld is verplicht.</a>' in str(Question({"how": ""}))


def test_what_was_typed_stays_and_is_escaped():
    assert "&lt;b&gt;" in str(Decision({"name": "<b>"}))
    assert "Negatief &lt;i&gt;" in str(Decision())


def test_fields_get_their_box_and_ticks_do_not():
    html = str(Decision())
    assert html.count('class="input"') == 3
    assert 'class="input voice"' in html
    assert "placeholder" not in html
    assert 'type="date"' in html
    assert "data-markdown" in html


def test_the_browser_does_not_cut_off_what_is_pasted():
    class Short(forms.Form):
        name = forms.CharField(label="Naam", max_length=3)

    html = str(Short({"name": "lang"}))
    assert "maxlength" not in html
    assert 'value="lang"' in html
    assert 'aria-invalid="true"' in html


def test_a_choice_says_what_follows_from_it():
    assert "Het kan worden vastgesteld." in str(Decision())


def test_what_is_not_required_says_so():
    assert str(Decision()).count("(hoeft niet)") == 1


def test_a_form_without_errors_has_no_summary():
    assert "klopt" not in str(
        Decision({"name": "De Leesplank", "on": "2027-01-20", "advice": "yes", "area": "1", "sure": "on"})
    )


def test_errors_of_the_whole_form_and_of_hidden_fields_are_said():
    class Hidden(forms.Form):
        number = forms.IntegerField(widget=forms.HiddenInput)

        def clean(self) -> None:
            raise forms.ValidationError("Dit kan niet samen.")

    html = str(Hidden({"number": "x"}))
    assert "Dit kan niet samen." in html
    assert "Voer een geheel getal in." in html
