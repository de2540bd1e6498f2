"""Every paragraph knows where it came from. What was put in before is recognised by its words, where these still
stand; of the rest nothing is known. The table of insertions goes with the next migration.
"""

import re

from django.db import migrations, models

# Written out here: a migration does not change when the code does.
ITEM, QUESTION = "item", "question"


def blocks_of(text):
    return [part for part in re.split(r"\n(?:[ \t]*\n)+", text.replace("\r\n", "\n")) if part.strip()]


def plainly(text):
    return " ".join(text.split())


def words_by_source(apps, profile_id):
    """Source -> kind, words, value of what the school agreed or summed up."""
    found = {}
    agreed = apps.get_model("profile", "Agreement").objects.filter(profile_id=profile_id)
    sentence = sentences_of(apps.get_model("profile", "Profile").objects.get(pk=profile_id).round.format_ref)
    for item, note, value in agreed.values_list("item", "note", "value"):
        if words := note.strip() or sentence(item, value):
            found[item] = {"kind": ITEM, "source": item, "words": words, "value": value}
    summed = apps.get_model("profile", "Summary").objects.filter(profile_id=profile_id)
    for question, text in summed.values_list("question", "text"):
        if text.strip():
            found[question] = {"kind": QUESTION, "source": question, "words": text.strip()}
    return found


def sentences_of(format_ref):
    """What the format says for an answer without a note; nothing where the format is no longer here."""
    from dekkend.formats.queries import get_format

    try:
        fmt = get_format(format_ref)
    except (LookupError, OSError, ValueError):
        return lambda item, value: ""
    return lambda item, value: fmt.item(item).sentence(value) if fmt.has_item(item) else ""


def recognise(text, sources, known):
    """One entry per paragraph; {} where it is not known."""
    entries = [{} for _ in blocks_of(text)]
    for source, on in sources:
        if source not in known:
            continue
        parts = {plainly(part) for part in blocks_of(known[source]["words"])}
        for place, part in enumerate(blocks_of(text)):
            if plainly(part) in parts and not entries[place]:
                entries[place] = {**known[source], "on": on.date().isoformat()}
    return entries


def carry(apps, schema_editor):
    Insertion = apps.get_model("profile", "Insertion")
    cache = {}
    for model, link, profile_of in (
        ("SectionText", "text", lambda row: row.profile_id),
        ("ColumnText", "column", lambda row: row.arrangement.profile_id),
    ):
        held = {}
        rows = Insertion.objects.filter(**{f"{link}__isnull": False})
        for key, source, at in rows.values_list(f"{link}_id", "source", "inserted_at"):
            held.setdefault(key, []).append((source, at))
        for row in apps.get_model("profile", model).objects.filter(pk__in=list(held)).iterator():
            profile = profile_of(row)
            if profile not in cache:
                cache[profile] = words_by_source(apps, profile)
            row.origins = recognise(row.text, held[row.pk], cache[profile])
            row.save(update_fields=["origins"])


class Migration(migrations.Migration):

    dependencies = [
        ("profile", "0012_points_with_more_causes"),
    ]

    operations = [
        *(
            migrations.AddField(
                model_name=model, name=name, field=models.JSONField(blank=True, default=list)
            )
            for model in ("sectiontext", "columntext")
            for name in ("origins", "gone")
        ),
        migrations.RunPython(carry, migrations.RunPython.noop),
        migrations.DeleteModel(name="Insertion"),
    ]
