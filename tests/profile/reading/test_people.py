import pytest

from dekkend.profile.reading.people import people_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bel mevrouw A. de Wit.", ["naam: A. de Wit"]),
        ("Onze intern begeleider is Anja de Boer.", ["naam: Anja de Boer"]),
        ("Anja de Boer, intern begeleider", ["naam: Anja de Boer"]),
        ("Vraag het juf Noor of meneer Van Dam.", ["naam: Noor", "naam: Van Dam"]),
        ("Bel 036-1234567 of mail ib@wilg.example.", ["telefoonnummer: 036-1234567", "e-mailadres: ib@wilg.example"]),
        ("Onze leerling Sem leest nu goed.", ["naam: Sem"]),
    ],
)  # fmt: skip
def test_person_is_pointed_out(text: str, found: list[str]) -> None:
    assert [f"{each.what}: {each.words}" for each in people_in(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "De intern begeleider is elke dag op school.",
        "Wij werken met Rots en Water, en met de Kanjertraining.",
        "De intern begeleider, de Nederlandse taal en het Samenwerkingsverband.",
        "In 2019 had de school 214 leerlingen in 9 groepen.",
    ],
)
def test_text_without_people_names_nobody(text: str) -> None:
    assert people_in(text) == []
