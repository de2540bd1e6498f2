"""Addresses of the samenwerkingsverband; those of the school stand in dialogue/urls.py."""

from django.urls import path

from . import views

urlpatterns = [
    path("<slug:alliance>/hulp/", views.supports, name="supports"),
    path("<slug:alliance>/hulp/<int:support>/begeleider/", views.give, name="support_give"),
    path("<slug:alliance>/hulp/<int:support>/overname/", views.take, name="support_take"),
    path("<slug:alliance>/hulp/<int:support>/sluiting/", views.close, name="support_close"),
]
