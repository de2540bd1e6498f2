from django.urls import path

from . import views

urlpatterns = [
    path("", views.comments, name="comments"),
    path("bij/<str:spot>/", views.comment_new, name="comment_new"),
    path("<int:comment>/antwoord/", views.comment_reply, name="comment_reply"),
    path("<int:comment>/stand/", views.comment_state, name="comment_state"),
    path("<int:comment>/verwijdering/", views.comment_removal, name="comment_removal"),
]
