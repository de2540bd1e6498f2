from __future__ import annotations

from django.db import models

from dekkend.profile.base.models import Profile


class Carried(models.Model):
    """The start of a profile: what came along from the school's last adopted version, once.

    Rows and parts are known by the seal of their words (writing/unchanged.py), so that what is taken away and put
    back, or changed and changed back, is unchanged.
    """

    profile = models.OneToOneField(Profile, models.CASCADE, related_name="carried")
    version = models.ForeignKey("profile.Version", models.PROTECT, related_name="+")
    schooljaar = models.CharField(max_length=9)  # of that version
    on = models.DateField()
    since = models.JSONField(default=dict)  # seal of a row -> the schooljaar in which its words last changed
    parts = models.JSONField(default=dict)  # part -> its seal as it came along
    # What this format has no place for: [{"where": "Deel 3, …", "name": …, "text": …}].
    homeless = models.JSONField(default=list)
    looked = models.JSONField(default=dict)  # part -> who said that all of it still holds, and when
    walked = models.JSONField(default=dict)  # item -> seal of the answer that was looked at

    def __str__(self) -> str:
        return f"{self.profile}: uit {self.schooljaar}"
