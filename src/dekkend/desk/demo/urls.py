from django.urls import path

from . import views

urlpatterns = [
    path("", views.roles, name="demo"),
    path("<slug:key>/", views.sign_in, name="demo_sign_in"),
]
