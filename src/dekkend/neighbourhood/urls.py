from django.urls import path

from . import views

urlpatterns = [
    path("van/<slug:alliance>/", views.areas_of, name="areas_of"),
    path("<int:area>/", views.area, name="area"),
    path("<int:area>/behoeften/<slug:need>/", views.area_need, name="area_need"),
    path("<int:area>/aanbod.csv", views.area_csv, name="area_csv"),
    path("<int:area>/afspraken/", views.agreements, name="agreements"),
    path("<int:area>/afspraken/terug/", views.agreement_return, name="agreement_return"),
    path("<int:area>/afspraken/<int:agreement>/", views.agreement, name="agreement"),
    path(
        "<int:area>/afspraken/<int:agreement>/verwijdering/",
        views.agreement_removal,
        name="agreement_removal",
    ),
    path("<int:area>/vastlegging/", views.sealing, name="plan_sealing"),
    path("<int:area>/plan/<int:first_year>/concept.<slug:form>", views.plan_paper, name="plan_now"),
    path("<int:area>/plan/<int:first_year>/<int:number>.<slug:form>", views.plan_paper, name="plan_paper"),
]
