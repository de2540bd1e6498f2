"""The addresses as they are in the demonstration."""

from django.urls import include, path

from dekkend.urls import handler400, handler403, handler404, handler500
from dekkend.urls import urlpatterns as everywhere

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [*everywhere, path("demo/", include("dekkend.desk.demo.urls"))]
