"""The styles of base.odt: two voices, headings, lists, remarks. Names that LibreOffice knows keep its names.

A name with a space is written with "_20_" for it, as OpenDocument wants.
"""

from __future__ import annotations

from dekkend.documents import drawings

ACCENT, INK, INK_2, RULE = "#1d3f8f", drawings.INK, drawings.INK_2, "#cdd2dc"
SANS, SERIF, SIGNS = "Source Sans 3", "Source Serif 4", "Segoe UI Symbol"
# One step beside ink, so that it can be told apart: a document puts its second colour in its place.
HEADLINE = "#171c29"
HANG = 12  # millimetres: the number of a heading hangs in the margin
LANGUAGE = (
    'fo:language="nl" fo:country="NL" style:language-asian="nl" style:country-asian="NL"'
    ' style:language-complex="nl" style:country-complex="NL"'
)

# A school without these fonts sees the ones after them.
FONTS = (
    "<office:font-face-decls>"
    f'<style:font-face style:name="{SANS}" svg:font-family="&apos;{SANS}&apos;, &apos;Source Sans Pro&apos;,'
    ' Calibri, Carlito, &apos;Liberation Sans&apos;" style:font-family-generic="swiss" style:font-pitch="variable"/>'
    f'<style:font-face style:name="{SERIF}" svg:font-family="&apos;{SERIF}&apos;, &apos;Source Serif Pro&apos;,'
    ' Georgia, Gelasio, &apos;Liberation Serif&apos;" style:font-family-generic="roman" style:font-pitch="variable"/>'
    f'<style:font-face style:name="{SIGNS}" svg:font-family="&apos;{SIGNS}&apos;, &apos;DejaVu Sans&apos;,'
    ' &apos;Noto Sans Symbols2&apos;" style:font-family-generic="swiss" style:font-pitch="variable"/>'
    '<style:font-face style:name="Arial" svg:font-family="Arial, &apos;Liberation Sans&apos;"'
    ' style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>'
)


def font(name: str) -> str:
    return f' style:font-name="{name}" style:font-name-asian="{name}"'


def size(points: float) -> str:
    return f' fo:font-size="{points:g}pt" style:font-size-asian="{points:g}pt" style:font-size-complex="{points:g}pt"'


def colour(value: str) -> str:
    return f' fo:color="{value}"'


def space(before: float, after: float, line: int = 0) -> str:
    """In points; `line` in hundredths of the size."""
    lines = f' fo:line-height="{line}%"' if line else ""
    return f' fo:margin-top="{before:g}pt" fo:margin-bottom="{after:g}pt"{lines}'


def edge(side: str, points: float, value: str, away: float) -> str:
    return f' fo:border-{side}="{points:g}pt solid {value}" fo:padding-{side}="{away:g}pt"'


BOLD = ' fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"'
ITALIC = ' fo:font-style="italic" style:font-style-asian="italic" style:font-style-complex="italic"'
KEEP = ' fo:keep-with-next="always"'
# prose keeps the measure of a book; tables use the whole width
PROSE = 30  # millimetres
MEASURE = f' fo:margin-right="{PROSE}mm"'
HYPHENS = ' fo:hyphenate="true" fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3"'


def named(
    name: str,
    paragraph: str = "",
    text: str = "",
    *,
    based: str = "Standard",
    after: str = "",
    tabs: str = "",
    level: int = 0,
) -> str:
    identity = name.replace(" ", "_20_")
    following = after or (identity if level == 0 else "Text_20_body")
    return (
        f'<style:style style:name="{identity}" style:display-name="{name}" style:family="paragraph"'
        + (f' style:parent-style-name="{based}"' if name != "Standard" else "")
        + f' style:next-style-name="{following}"'
        + (f' style:default-outline-level="{level}"' if level else "")
        + ' style:class="text">'
        + f"<style:paragraph-properties{paragraph}>{tabs}</style:paragraph-properties>"
        + f"<style:text-properties{text}/></style:style>"
    )


def tabs(**places: float) -> str:
    stops = "".join(
        f'<style:tab-stop style:position="{place:g}mm" style:type="{kind}"/>'
        for kind, place in places.items()
    )
    return f"<style:tab-stops>{stops}</style:tab-stops>"


HEADINGS: dict[int, tuple[float, float, float]] = {1: (20, 24, 10), 2: (14, 19, 7), 3: (11.5, 15, 5)}


def _steps(level: int) -> tuple[float, float, float]:
    """Of a heading, in points: its size, and the space before and after it."""
    return HEADINGS.get(level, (10.5, 12, 4))


def below(level: int) -> float:
    return _steps(level)[2]


def _heading(level: int) -> str:
    points, before, after = _steps(level)
    top = edge("top", 1.5, HEADLINE, 8) if level == 1 else ""
    return named(
        f"Heading {level}",
        space(before, after, 100) + top,
        size(points) + (colour(HEADLINE) if level < 3 else ""),
        based="Heading",
        level=level,
        tabs=tabs(left=0),
    )


def _characters(name: str, text: str) -> str:
    identity = name.replace(" ", "_20_")
    return (
        f'<style:style style:name="{identity}" style:display-name="{name}" style:family="text">'
        f"<style:text-properties{text}/></style:style>"
    )


DEFAULTS = (
    '<style:default-style style:family="paragraph">'
    '<style:paragraph-properties fo:widows="2" fo:orphans="2" style:tab-stop-distance="12.5mm"'
    ' style:writing-mode="page" fo:hyphenation-ladder-count="2" style:text-autospace="ideograph-alpha"/>'
    f'<style:text-properties{font(SANS)} style:font-name-complex="Arial"{size(10.5)}{colour(INK)} {LANGUAGE}'
    ' fo:hyphenate="false" fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3"'
    ' style:letter-kerning="true"/></style:default-style>'
    '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/>'
    "</style:default-style>"
    '<style:default-style style:family="table-row"><style:table-row-properties fo:keep-together="auto"/>'
    "</style:default-style>"
)
CONTENTS = f' fo:margin-left="{HANG}mm" fo:text-indent="-{HANG}mm"'
REMARK = ' fo:margin-left="0mm"' + MEASURE + space(0, 4)
PARAGRAPHS = (
    named("Standard", space(0, 6.5, 115)),
    named("Text body", MEASURE, after="Text_20_body"),
    named("School", "", font(SERIF), based="Text_20_body"),
    named("Lead", space(0, 8), size(13), based="Text_20_body"),
    named("School Lead", "", font(SERIF), based="Lead"),
    named("List", space(0, 3), based="Text_20_body"),
    named("School List", "", font(SERIF), based="List"),
    named("Author", space(0, 4), BOLD + colour(ACCENT) + size(14), after="Title"),
    named("Title", space(0, 8, 95), BOLD + colour(HEADLINE) + size(24), after="Subtitle"),
    named("Subtitle", space(0, 30) + MEASURE, colour(INK_2) + size(15), after="Text_20_body"),
    named("Status", edge("left", 2.25, ACCENT, 8) + space(24, 18), BOLD),
    named("Heading", KEEP + ' fo:keep-together="always"', BOLD, after="Text_20_body"),
    *(_heading(level) for level in range(1, 11)),
    named("Contents Heading", space(0, 8) + KEEP, BOLD + colour(HEADLINE) + size(20), based="Heading"),
    named("Contents 1", space(6, 1, 103) + CONTENTS, BOLD, tabs=tabs(left=0, right=156 - HANG)),
    named("Contents 2", space(0, 1, 103) + CONTENTS, tabs=tabs(left=0, right=156 - HANG)),
    named("Caption", space(7, 3) + KEEP, BOLD + colour(INK_2) + size(9.5), after="Table_20_Contents"),
    named("Table Contents", space(2, 2.5, 105) + ' fo:hyphenation-ladder-count="2"', size(9.5) + HYPHENS),
    named("Table Heading", KEEP, BOLD, based="Table_20_Contents"),
    named("School Table Contents", "", font(SERIF), based="Table_20_Contents"),
    named(
        "Fact",
        ' fo:margin-left="46mm" fo:text-indent="-46mm" style:join-border="false"'
        + space(0, 0)
        + edge("top", 0.5, RULE, 2.5)
        + ' fo:padding-bottom="2.5pt"',
        size(10),
        tabs=tabs(left=0),
    ),
    named("Remark Heading", REMARK + KEEP + edge("left", 2.25, ACCENT, 8), BOLD + size(9.5)),
    named("Remark", REMARK + edge("left", 2.25, ACCENT, 8), size(9.5)),
    named("Remark School", "", font(SERIF), based="Remark"),
    named(
        "Warning Heading",
        REMARK + KEEP + edge("left", 2.25, drawings.DEVELOP, 8),
        BOLD + size(9.5) + colour(drawings.DEVELOP),
    ),
    named("Warning", REMARK + edge("left", 2.25, drawings.DEVELOP, 8), size(9.5)),
    named("Warning School", "", font(SERIF), based="Warning"),
    named("Notice", space(6, 4), colour(INK_2) + size(8.5)),
    named("Road", space(14, 0, 100) + KEEP, size(9), based="Table_20_Contents"),
    named(
        "Station",
        space(2, 0, 100) + ' fo:margin-right="0.4mm"' + KEEP,
        size(8.5) + HYPHENS,
        based="Table_20_Contents",
    ),
    named("Station Reached", "", BOLD, based="Station"),
    named(
        "Station Note",
        space(1, 0, 100) + ' fo:margin-right="2mm"',
        colour(INK_2) + size(7.75),
        based="Table_20_Contents",
    ),
    named("Page Break", ' fo:line-height="1pt"' + space(0, 0), size(1)),
    named("Entry", space(7, 3) + KEEP, BOLD),
    named("Help", space(0, 3) + KEEP, colour(INK_2) + size(8.5)),
    named(
        "Lines",
        ' style:join-border="false" fo:line-height="19pt"' + space(0, 0) + edge("bottom", 0.5, INK_2, 1),
        colour(INK_2) + size(9),
    ),
    named(
        "Footer",
        space(0, 0) + edge("top", 0.5, RULE, 6),
        colour(INK_2) + size(8.5),
        tabs=tabs(right=156),
    ),
)
CHARACTERS = (
    _characters("Strong", BOLD),
    _characters("Emphasis", ITALIC),
    _characters("Strong Emphasis", BOLD + ITALIC),
    _characters("Struck", colour(INK_2) + ' style:text-line-through-style="solid"'),
    _characters("Internet link", colour(ACCENT) + ' style:text-underline-style="solid"'),
    _characters("Contents Link", ""),
    _characters("Label", colour(INK_2)),
    _characters("Heading Number", colour(ACCENT)),
    _characters("List Sign", font(SANS) + colour(INK_2)),
    _characters("Box", font(SIGNS) + size(13)),
    _characters("Mark full", font(SIGNS) + colour(ACCENT)),
    _characters("Mark half", font(SIGNS) + colour(drawings.DEVELOP)),
    _characters("Mark empty", font(SIGNS) + colour(INK)),
    _characters("Mark dash", font(SIGNS) + colour(INK_2)),
    _characters("Mark blank", font(SIGNS) + colour(INK_2)),
)
