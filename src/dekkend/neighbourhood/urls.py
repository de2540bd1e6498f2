from django.urls import path

from .views.area import area, areas_of
from .views.plan import agreement, agreement_removal, agreements, plan_paper, sealing

urlpatterns = [
    path("van/<slug:alliance>/", areas_of, name="areas_of"),
    path("<int:area>/", area, name="area"),
    path("<int:area>/afspraken/", agreements, name="agreements"),
    path("<int:area>/afspraken/<int:agreement>/", agreement, name="agreement"),
    path("<int:area>/afspraken/<int:agreement>/verwijdering/", agreement_removal, name="agreement_removal"),
    path("<int:area>/vastlegging/", sealing, name="plan_sealing"),
    path("<int:area>/plan/<int:first_year>/nu.<slug:form>", plan_paper, name="plan_now"),
    path("<int:area>/plan/<int:first_year>/<int:number>.<slug:form>", plan_paper, name="plan_paper"),
]
