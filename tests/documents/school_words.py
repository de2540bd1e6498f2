"""What the invented school of school.py says: its sentences and rows, without a shape."""

from __future__ import annotations

VISION = """Op De Kroontjespen leren kinderen **samen**. We gaan uit van wat een kind wél kan, en we kijken \
elke zes weken met het team of dat genoeg is. Een kind hoeft bij ons niet in een hokje te passen om hulp te krijgen.

Ouders kennen hun kind het langst. Daarom beginnen we elk gesprek met hun verhaal en sluiten we het af met \
afspraken waar *iedereen* mee verder kan. Wat we afspreken staat dezelfde week in het dossier.

Wij werken aan inclusiever onderwijs in kleine stappen:

- in elke groep is een rustige plek waar een kind zelf naartoe mag;
- de speciale leerkracht werkt in de klas, niet in een apart lokaal;
- kinderen met een hulpmiddel doen mee met gym, buiten spelen en het schoolkamp.

Meer over onze werkwijze staat op [onze website](https://www.voorbeeld.nl/zo-werken-wij)."""

BASIS = """We volgen de ontwikkeling van elke leerling met toetsen, observaties en kindgesprekken. Twee keer per \
jaar bespreken de leerkracht en de intern begeleider alle leerlingen van de groep. Wie meer nodig heeft, krijgt dat \
eerst in de eigen groep: verlengde instructie, een aangepaste taak of een maatje.

Lukt dat niet genoeg, dan komt het ondersteuningsteam bij elkaar. Ouders zitten aan tafel; een leerling \
vanaf groep 6 mag zelf ook komen. De jeugdarts, het wijkteam en de begeleider van het \
samenwerkingsverband schuiven aan als dat helpt."""

STANDARDS = (
    ("1", "Veilig voor leerlingen en personeel", "###/##"),
    ("2", "Ontwikkelingsperspectief", "##/##"),
    ("3", "Zicht op ontwikkeling", "###/#"),
    ("4", "Opbrengst- en handelingsgericht werken", "#//#"),
    ("5", "Aanbod voor onderwijsbehoeften", "#o/"),
    ("6", "Een bekwaam team", "##/#"),
    ("7", "Zorgvuldige overdracht", "###o"),
    ("8", "Ouders als partner", "###/"),
    ("9", "Visie en beleid", "###/"),
    ("10", "Profiel op orde", "####/"),
    ("11", "Jaarlijks nagaan of het werkt", "#/#-"),
    ("12", "Interne ondersteuning", "##/##"),
    ("13", "Ondersteuningsteam met partners", "##/##."),
)


ARRANGEMENTS = (
    (
        "Lezen en dyslexie",
        "Leerlingen van groep 3 tot en met 8 bij wie lezen traag of met veel moeite gaat.",
        "Drie keer per week twintig minuten extra leestijd in een groepje van vier, met **begeleid hardop lezen**. "
        "De leesspecialist kijkt elke acht weken mee en past het plan aan.",
        "Boeken met leesondersteuning, voorleessoftware op elke laptop, een rustig lokaal naast de bibliotheek.",
        "De leesspecialist (0,4 fte) en twee geschoolde onderwijsassistenten.",
        "Dyslexiebehandelaar in school op dinsdag; de openbare bibliotheek levert elk kwartaal een wisselcollectie.",
    ),
    (
        "Druk en boos gedrag",
        "Leerlingen die vaak vastlopen in de groep, op het plein of in de overgang tussen lessen.",
        "Een vaste volwassene om de dag mee te beginnen en te eindigen. We oefenen met een stappenkaart:\n\n"
        "1. stop en adem\n2. zeg wat je voelt\n3. kies wat je doet",
        "Stappenkaart op de tafel, een time-outplek in elke gang, een prikkelarme route naar buiten.",
        "Gedragsspecialist (0,6 fte). *Alle* leerkrachten volgden in 2026 de training over rust in de groep.",
        "Ambulant begeleider van het samenwerkingsverband; wijkteam voor hulp thuis.",
    ),
    (
        "Meer- en hoogbegaafd",
        "Leerlingen die de stof snel begrijpen en zonder uitdaging stilvallen.",
        "De stof wordt ingekort. Twee dagdelen per week werken zij aan eigen onderzoek, met een weektaak die "
        "verder gaat waar de klas stopt.",
        "Onderzoekskisten, schaakborden, een digitale leeromgeving met filosofie en programmeren.",
        "Talentbegeleider (0,3 fte) en een ouder met een technisch beroep.",
        "De voltijdvoorziening in Stad Oost denkt mee bij leerlingen voor wie dit niet genoeg is.",
    ),
    (
        "Taal en spraak",
        "Jonge kinderen die weinig praten of lastig te verstaan zijn, ook als zij thuis een andere taal spreken.",
        "Elke dag een kwartier woordenschat in de kleine kring. De logopedist oefent mee in de groep, zodat de "
        "leerkracht het de rest van de week zelf kan.",
        "Praatplaten, een verteltafel bij elk thema, boekjes voor thuis in acht talen.",
        "Taalcoördinator (0,2 fte), logopedist op donderdag.",
        "Peuterspeelzaal en bibliotheek werken met dezelfde thema’s; een tolk is er als ouders dat willen.",
    ),
    (
        "Zien en horen",
        "Leerlingen met een visuele of auditieve beperking die met aanpassingen de lessen kunnen volgen.",
        "Een vaste plek vooraan, extra tijd bij toetsen en na de les een kort gesprek: wat is gemist?",
        "Solo-apparatuur in twee lokalen, vergrote kopieën, gordijnen die echt verduisteren.",
        "De intern begeleider kent de weg; twee leerkrachten volgden een cursus gebaren.",
        "Ambulante dienst voor blinden en slechtzienden, en voor doven en slechthorenden.",
    ),
)


BOUNDARIES = (
    (
        "Veiligheid",
        "Als de veiligheid van een kind of de groep blijvend in gevaar is, zoeken we met de ouders een plek die past.",
        "Een kind dat één op één begeleid wordt in de ochtend kan bij ons vaak wél starten.",
        "We vragen binnen een week de begeleider van het samenwerkingsverband en houden het kind op school "
        "tot er een plek is.",
    ),
    (
        "Verzorging",
        "Wij kunnen geen medische handelingen doen waarvoor een verpleegkundige nodig is.",
        "Hulp bij medicijnen en toiletgang spreken we af in een protocol.",
        "We zoeken met de thuiszorg naar iemand die op school komt.",
    ),
    (
        "Zelfstandigheid",
        "Bij meer dan acht leerlingen per groep met een eigen leerlijn kunnen we niet ieder kind genoeg "
        "aandacht geven.",
        "Eén of twee eigen leerlijnen per groep gaan goed.",
        "We bekijken met de andere scholen in de wijk waar plaats is.",
    ),
)

IMPROVEMENTS = tuple(
    (goal, action, owner, due)
    for goal, action, owner, due in (
        (
            "In alle groepen vieren en evalueren we doelen met de kinderen.",
            "Twee studiemiddagen en collegiale consultatie.",
            "Intern begeleider",
            "juli 2028",
        ),
        (
            "Elke leerling met een OPP heeft zelf meegepraat.",
            "Gesprekskaarten kiezen, uitproberen in groep 6 tot en met 8.",
            "Directeur",
            "februari 2028",
        ),
        (
            "Het aanbod voor taal en spraak is op orde.",
            "Logopedist een dagdeel in school, woordenschatlijn kiezen.",
            "Taalcoördinator",
            "december 2027",
        ),
        (
            "De overdracht naar het voortgezet onderwijs is warm.",
            "Met drie scholen een vast gesprek afspreken in april.",
            "Leerkracht groep 8",
            "mei 2028",
        ),
    )
)
