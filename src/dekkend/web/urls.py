from django.urls import path

from . import views

urlpatterns = [
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("gezond/", views.healthz, name="healthz"),
]
