from django.urls import path

from . import views

urlpatterns = [
    path("", views.comments, name="comments"),
    path("bij/<str:spot>/", views.comment_new, name="comment_new"),
    path("bij/<str:spot>/voorstel/", views.suggestion_new, name="suggestion_new"),
    path("<int:comment>/voorstel/", views.suggestion_settle, name="suggestion_settle"),
    path("<int:comment>/antwoord/", views.comment_reply, name="comment_reply"),
    path("<int:comment>/stand/", views.comment_state, name="comment_state"),
    path("<int:comment>/verwijdering/", views.comment_removal, name="comment_removal"),
]
