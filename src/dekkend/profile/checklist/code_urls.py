"""The short address on every slip."""

from django.urls import path

from .views import code

urlpatterns = [path("", code.enter, name="code")]
