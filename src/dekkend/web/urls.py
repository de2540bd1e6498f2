from django.urls import path

from . import device, views

urlpatterns = [
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("bewaarder.js", device.worker, name="device_worker"),
    path("wie/", device.who, name="device_who"),
    path("gezond/", views.healthz, name="healthz"),
]
