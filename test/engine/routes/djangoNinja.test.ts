import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "nests routers, named by value and by text, under the URL configuration",
    files: {
      "config/settings.py": `ROOT_URLCONF = "config.urls"`,
      "config/__init__.py": "",
      "config/urls.py": `from django.urls import path
from .api import api

urlpatterns = [path("api/v1/", api.urls)]
`,
      "config/api.py": `from ninja import NinjaAPI
from events.api import router as events

api = NinjaAPI()
api.add_router("/events/", events)
api.add_router("/news", "news.api.router")

@api.get("/add/{int:a}")
def add(request, a: int):
    return a

@api.api_operation(["POST", "PATCH"], "/both", deprecated=True)
def both(request):
    return 1
`,
      "events/__init__.py": "",
      "events/api.py": `from ninja import Router
from .inner import router as inner

router = Router(tags=["events"])
router.add_router("{event_id}/seats", inner)

@router.get("/")
def list_events(request):
    return []

@router.get("/{event_id}")
def show(request, event_id: int):
    return {}
`,
      "events/inner.py": `from ninja import Router

router = Router()

@router.delete("/{path:rest}")
def remove(request, rest):
    return None
`,
      "news/__init__.py": "",
      "news/api.py": `from ninja import Router
router = Router()
@router.post("")
def create(request): return None
def one(request, news_id): return None
router.add_api_operation("/{news_id}", ["GET", "PUT"], one)
`,
    },
    table: `
      DELETE /api/v1/events/{event_id}/seats/{rest*} events/inner.py:5 -> events/inner.py:6
      GET /api/v1/events/ events/api.py:7 -> events/api.py:8
      GET /api/v1/events/{event_id} events/api.py:11 -> events/api.py:12
      POST /api/v1/news news/api.py:3 -> news/api.py:4
      GET /api/v1/news/{news_id} news/api.py:6 -> news/api.py:5
      PUT /api/v1/news/{news_id} news/api.py:6 -> news/api.py:5
      GET /api/v1/add/{a} config/api.py:8 -> config/api.py:9
      POST /api/v1/both config/api.py:12 -> config/api.py:13
      PATCH /api/v1/both config/api.py:12 -> config/api.py:13`,
  },
];

checkCases("django-ninja", cases);
