"""Reads the two files of DUO: locations of primary schools, and pupils per location."""

from __future__ import annotations

import csv
import re
from dataclasses import asdict, dataclass
from io import StringIO

from dekkend.kit.characters import without_unfit
from dekkend.region.models import School
from dekkend.region.models.school import brin6

LARGEST = 20 * 1024 * 1024  # bytes; the whole country is 2 MB
BOARD_CODE = 5  # characters
COLUMNS = {
    "board": "BEVOEGD GEZAG NUMMER",
    "brin6": "VESTIGINGSCODE",
    "name": "VESTIGINGSNAAM",
    "street": "STRAATNAAM",
    "number": "HUISNUMMER-TOEVOEGING",
    "postcode": "POSTCODE",
    "city": "PLAATSNAAM",
    "gemeente": "GEMEENTENAAM",
    "denomination": "DENOMINATIE",
    "phone": "TELEFOONNUMMER",
    "website": "INTERNETADRES",
}
PUPILS = re.compile(r"LEERLINGEN_20[0-9]{2}")
PUPIL_COLUMNS = ("VESTIGINGSCODE", "GEMEENTENAAM_VESTIGING")


class BadFile(Exception):
    """The file cannot be used. The message is Dutch and says what to do."""


@dataclass(frozen=True)
class SchoolRow:
    brin6: str
    board: str
    name: str
    street: str
    postcode: str
    city: str
    gemeente: str
    denomination: str
    phone: str
    website: str


def decoded(raw: bytes) -> str:
    """DUO writes Windows-1252; who opened and saved the file may have made it UTF-8."""
    if len(raw) > LARGEST:
        raise BadFile("Dit bestand is groter dan 20 MB. Kies het bestand met schoolvestigingen van DUO.")
    if b"\0" in raw:
        raise BadFile(
            "Dit is geen tekstbestand. Kies het csv-bestand zoals DUO het geeft, niet een Excel-bestand."
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # A byte that Windows-1252 does not know becomes "?"-like text; a name with it is still readable.
        text = raw.decode("cp1252", errors="replace")
    return without_unfit(text)


def table(raw: bytes, needed: list[str], which: str = "zoals DUO het geeft") -> list[dict[str, str]]:
    """Rows by column name, blanks as "". Raise BadFile when a needed column is missing; `which` file to choose then."""
    reader = csv.DictReader(StringIO(decoded(raw), newline=""), delimiter=";")
    try:
        missing = [name for name in needed if name not in (reader.fieldnames or [])]
        if missing:
            raise BadFile(
                f"In dit bestand ontbreekt de kolom {missing[0]}. "
                f"Kies het bestand {which}, met ; tussen de kolommen."
            )
        return [{name: (value or "").strip() for name, value in row.items() if name} for row in reader]
    except csv.Error as error:
        raise BadFile(
            f"Regel {reader.line_num} is geen regel van dit bestand: een aanhalingsteken wordt niet gesloten. "
            f"Kies het bestand {which}."
        ) from error


def read_schools(raw: bytes, gemeente: str = "") -> list[SchoolRow]:
    """The locations in the file, of one gemeente when it is named. Raise BadFile, with the line, on a wrong row."""
    rows: dict[str, SchoolRow] = {}
    for line, row in enumerate(table(raw, list(COLUMNS.values())), start=2):
        told = {name: row[column] for name, column in COLUMNS.items()}
        if gemeente and told["gemeente"].casefold() != gemeente.casefold():
            continue
        if not re.fullmatch(brin6.regex, told["brin6"]):
            raise BadFile(
                f"Regel {line}: {told['brin6'] or 'leeg'} is geen vestigingscode. Die is als 12AB00."
            )
        if told["brin6"] in rows:
            raise BadFile(
                f"Regel {line}: {told['brin6']} staat er twee keer in. Haal een van beide regels weg."
            )
        rows[told["brin6"]] = fitting(school_row(told), line)
    if not rows:
        where = f" in {gemeente}" if gemeente else ""
        raise BadFile(f"Er staat geen school{where} in dit bestand. Controleer de naam van de gemeente.")
    return list(rows.values())


def fitting(row: SchoolRow, line: int) -> SchoolRow:
    """The row, when every field fits where it is kept. Raise BadFile."""
    room = {field.name: field.max_length for field in School._meta.fields} | {"board": BOARD_CODE}
    for name, text in asdict(row).items():
        if len(text) > (room.get(name) or len(text)):
            column = COLUMNS[name]
            raise BadFile(f"Regel {line}: {column} is langer dan {room[name]} tekens. Kort dat in.")
    if not row.name or not row.board:
        raise BadFile(f"Regel {line}: de naam of het bevoegd gezag ontbreekt. Vul die aan.")
    return row


def school_row(told: dict[str, str]) -> SchoolRow:
    number = told.pop("number")
    return SchoolRow(
        **{
            **told,
            "street": f"{told['street']} {number}".strip(),
            "city": place_name(told["city"]),
            "gemeente": place_name(told["gemeente"]),
        }
    )


def place_name(capitals: str) -> str:
    """ "'S-GRAVENHAGE" as "'s-Gravenhage", "CAPELLE AAN DEN IJSSEL" as "Capelle aan den IJssel"."""
    words = [word.capitalize() for word in re.split(r"([ -])", capitals)]
    small = {"Aan", "Den", "De", "Het", "Op", "Onder", "Bij", "In", "En", "Van", "Gem", "Ter", "Ten", "Over"}
    text = "".join(word.lower() if index and word in small else word for index, word in enumerate(words))
    return re.sub(r"'S\b", "'s", text).replace("Ij", "IJ").replace("'s-g", "'s-G")


def read_pupils(raw: bytes) -> dict[str, dict[int, int | None]]:
    """BRIN6 -> year -> pupils. "<5" is None: unknown, not zero; a blank is left out."""
    counts: dict[str, dict[int, int | None]] = {}
    for line, row in enumerate(table(raw, list(PUPIL_COLUMNS)), start=2):
        years = {int(name[-4:]): value for name, value in row.items() if PUPILS.fullmatch(name)}
        if not years:
            raise BadFile(
                "In dit bestand staat geen kolom LEERLINGEN_ met een jaar. Kies het bestand van DUO."
            )
        counts[row["VESTIGINGSCODE"]] = {year: number(value, line) for year, value in years.items() if value}
    return counts


def number(value: str, line: int) -> int | None:
    if value.startswith("<"):
        return None
    if not re.fullmatch("[0-9]{1,5}", value):
        raise BadFile(f"Regel {line}: {value} is geen aantal leerlingen.")
    return int(value)
