from django.urls import path

from . import views

urlpatterns = [
    path("", views.roles, name="demo"),
    path("postvak/", views.mailbox, name="postbox"),
    path("postvak/<slug:key>/<int:number>/", views.enclosure, name="postbox_file"),
    path("<slug:key>/", views.sign_in, name="demo_sign_in"),
]
