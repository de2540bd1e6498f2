"""Pages for the browser tests: forms that save themselves, and a server that answers as asked."""

from __future__ import annotations

import time
from collections import deque
from types import SimpleNamespace as Bag

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import engines
from django.urls import include, path

VALUES = [
    Bag(id="yes", label="Ja", mark="full"),
    Bag(id="in_development", label="In ontwikkeling", mark="half"),
    Bag(id="no", label="Nee", mark="empty"),
]

PAGE = """{% extends "base.html" %}{% load face %}
{% block title %}Proef{% endblock %}
{% block css %}{% css "checklist" "twotexts" "toolbar" %}{% endblock %}
{% block js %}{% js "autosave" "keys" "editor" %}{% endblock %}
{% block main %}
  <h1>Proef</h1>
  <p data-live="progress">35 van de 59</p>{% mark "" live="mark" %}{% track 35 59 live="done" %}
  <label><input type="checkbox" data-keys-switch checked> Toetsen</label>
  {% for number in numbers %}<div data-item id="item-{{ number }}">
    <form method="post" action="/bewaar/" data-autosave id="form-{{ number }}">
      {% csrf_token %}<input type="hidden" name="revision" value="1">
      {% include "web/parts/choice.html" with name="value" legend="Antwoord" keys=True unknown=True %}
      <div class="field"><label for="note-{{ number }}">Toelichting</label>
        <textarea class="input voice" id="note-{{ number }}" name="note" data-markdown>{{ text }}</textarea></div>
      {% saved %}
      <button class="button without-js">Bewaar</button>
    </form>
  </div>{% endfor %}
  <a href="/toegankelijkheid/">Verder</a>
  {% include "web/parts/two_texts_template.html" %}
{% endblock %}"""


class Server:
    """What came in, and what goes out: a queue of (status, body); empty means kept."""

    def __init__(self) -> None:
        self.got: list[dict[str, str]] = []
        self.answers: deque[tuple[int, dict]] = deque()
        self.pause = 0.0  # seconds before an answer


server = Server()


def show(request: HttpRequest) -> HttpResponse:
    server.__init__()
    text = request.GET.get("text", "De doelen staan vast.")
    context = {"values": VALUES, "numbers": [1, 2, 3], "text": text}
    return HttpResponse(engines["django"].from_string(PAGE).render(context, request))


def keep(request: HttpRequest) -> HttpResponse:
    time.sleep(server.pause)
    server.got.append(request.POST.dict())
    status, body = server.answers.popleft() if server.answers else (200, {})
    if status == 200:
        body = {"revision": int(request.POST["revision"]) + 1, "saved": "14:02"} | body
    return JsonResponse(body, status=status)


urlpatterns = [
    path("", show, name="desk"),
    path("bewaar/", keep),
    path("", include("dekkend.web.urls")),
    path("account/", include("allauth.account.urls")),
]
