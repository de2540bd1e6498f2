from allauth.account import urls as allauth
from django.urls import include, path

from . import views

# Not the page on which one changes the own address: without proof that it is one's own, somebody could take the
# address of a colleague who is still to be invited, and get that role. An administrator changes addresses.
ALLAUTH = (
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_reauthenticate",
    "account_change_password",
    "account_set_password",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
)

urlpatterns = [
    path("uitnodiging/<str:token>/", views.accept_invitation, name="accept_invitation"),
    path("account/", include([each for each in allauth.urlpatterns if each.name in ALLAUTH])),
]
