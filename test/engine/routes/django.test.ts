import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "includes a pair of a module, by its name or imported, and the name of its application",
    files: {
      "site/settings.py": `ROOT_URLCONF = "site.urls"
`,
      "site/urls.py": `from django.urls import path, include
from letters import urls as letters
urlpatterns = [
    path('calls/', include(('calls.urls', 'calls'))),
    path('letters/', include((letters, 'letters'), namespace='post')),
]
`,
      "calls/__init__.py": "",
      "calls/urls.py": `from django.urls import path
urlpatterns = [path('<slug:slug>/', lambda request, slug: None)]
`,
      "letters/__init__.py": "",
      "letters/urls.py": `from django.urls import path
urlpatterns = [path('sent/', lambda request: None)]
`,
    },
    table: `
      ANY /calls/{slug}/ calls/urls.py:2
      ANY /letters/sent/ letters/urls.py:2
    `,
  },
  {
    name: "joins included lists of patterns, regular expressions, class-based views and viewsets, from ROOT_URLCONF",
    files: {
      "shop/settings.py": `ROOT_URLCONF = "shop.urls"
`,
      "shop/__init__.py": "",
      "shop/urls.py": `from django.contrib import admin
from django.urls import path, re_path, include
from django.conf.urls.static import static
from rest_framework.routers import DefaultRouter
from orders import views
from orders.viewsets import OrderViewSet
router = DefaultRouter()
router.register(r'orders', OrderViewSet, basename='order')
extra = [path('inline/', views.home)]
urlpatterns = [
    path('admin/', admin.site.urls),
    path('', views.home, name='home'),
    path('api/', include(router.urls)),
    path('shop/', include('orders.urls')),
    path('more/', include((extra, 'more'), namespace='x')),
    re_path(r'^old/(?P<year>[0-9]{4})/(?:page-(?P<page>\\d+)/)?$', views.old),
] + static('/media/')
urlpatterns += [path('late', views.only_post)]
`,
      "orders/__init__.py": "",
      "orders/urls.py": `from django.urls import path
from django.views.decorators.cache import cache_page
from . import views
app_name = 'orders'
urlpatterns = [
    path('list', views.OrderList.as_view()),
    path('<int:pk>/', cache_page(60)(views.Detail.as_view())),
    path('<path:rest>', views.old),
    path('<int:pk>/', views.home),
]
`,
      "orders/views.py": `from django.views.generic import ListView
from django.views.decorators.http import require_POST
from rest_framework import generics
from rest_framework.decorators import api_view
class OrderList(generics.ListCreateAPIView): pass
class Detail(ListView):
    def post(self, request, pk): ...
@api_view(['GET', 'PUT'])
def old(request, year): ...
@require_POST
def only_post(request): ...
def home(request): ...
`,
      "orders/viewsets.py": `from rest_framework import viewsets, mixins
from rest_framework.decorators import action
class Base(mixins.ListModelMixin, viewsets.GenericViewSet):
    lookup_field = 'slug'
class OrderViewSet(mixins.DestroyModelMixin, Base):
    @action(detail=True, methods=['post'], url_path='pay-now')
    def pay(self, request, slug=None): ...
    @action(detail=False)
    def recent(self, request): ...
    def retrieve(self, request, slug=None): ...
`,
      "lost/urls.py": `from django.urls import path
urlpatterns = [path('lost/', lambda request: None)]
`,
    },
    table: `
      ANY / shop/urls.py:12 -> orders/views.py:12
      GET /api/orders/ shop/urls.py:8 -> orders/viewsets.py:5
      GET /api/orders/recent/ shop/urls.py:8 -> orders/viewsets.py:9
      GET /api/orders/{slug}/ shop/urls.py:8 -> orders/viewsets.py:10
      DELETE /api/orders/{slug}/ shop/urls.py:8 -> orders/viewsets.py:5
      POST /api/orders/{slug}/pay-now/ shop/urls.py:8 -> orders/viewsets.py:7
      GET /shop/list orders/urls.py:6 -> orders/views.py:5
      POST /shop/list orders/urls.py:6 -> orders/views.py:5
      POST /shop/{pk}/ orders/urls.py:7 -> orders/views.py:7
      GET /shop/{pk}/ orders/urls.py:7 -> orders/views.py:6
      GET /shop/{rest*} orders/urls.py:8 -> orders/views.py:9
      PUT /shop/{rest*} orders/urls.py:8 -> orders/views.py:9
      ANY /shop/{pk}/ orders/urls.py:9 -> orders/views.py:12
      ANY /more/inline/ shop/urls.py:9 -> orders/views.py:12
      GET /old/{year}/page-{page}/ shop/urls.py:16 -> orders/views.py:9
      PUT /old/{year}/page-{page}/ shop/urls.py:16 -> orders/views.py:9
      GET /old/{year}/ shop/urls.py:16 -> orders/views.py:9
      PUT /old/{year}/ shop/urls.py:16 -> orders/views.py:9
      POST /late shop/urls.py:18 -> orders/views.py:11
      ANY /lost/ lost/urls.py:2 !not-registered
      page GET /api/ shop/urls.py:7`,
  },
  {
    name: "includes a module whose urlpatterns are the router's own, also one named after what it tests in its trade",
    files: {
      "settings.py": "ROOT_URLCONF = 'urls'\n",
      "urls.py": `from django.urls import include, path
urlpatterns = [path("api/", include("belay_tests"))]
`,
      "belay_tests.py": `from rest_framework.routers import SimpleRouter
from rest_framework.viewsets import ViewSet
class Tests(ViewSet):
    def list(self, request): ...
router = SimpleRouter()
router.register("tests", Tests, basename="test")
urlpatterns = router.urls
`,
    },
    table: "GET /api/tests/ belay_tests.py:6 -> belay_tests.py:4",
  },
  {
    name: "ends the paths of a router as it, or the class it was made a class of, says",
    files: {
      "settings.py": "ROOT_URLCONF = 'urls'\n",
      "routing.py": `from rest_framework.routers import DefaultRouter, SimpleRouter
class Bare(SimpleRouter):
    def __init__(self):
        super().__init__(trailing_slash=False)
class Barer(Bare):
    pass
class Kept(DefaultRouter):
    def __init__(self, *args, **options):
        options.setdefault('trailing_slash', False)
        super().__init__(*args, **options)
class Either(SimpleRouter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.trailing_slash = '/?'
`,
      "urls.py": `from django.urls import include, path
from rest_framework.routers import SimpleRouter
from rest_framework.viewsets import ViewSet
from routing import Barer, Either, Kept
class Notes(ViewSet):
    def list(self, request): ...
    def retrieve(self, request, pk): ...
bare = Barer()
bare.register('notes', Notes)
either = Either()
either.register('notes', Notes)
plain = SimpleRouter()
plain.register('notes', Notes)
given = SimpleRouter(trailing_slash='')
given.register('notes', Notes)
kept = Kept()
kept.register('notes', Notes)
urlpatterns = [
    path('bare/', include(bare.urls)),
    path('either/', include(either.urls)),
    path('plain/', include(plain.urls)),
    path('given/', include(given.urls)),
    path('kept/', include(kept.urls)),
]
`,
    },
    table: `
      GET /bare/notes urls.py:9 -> urls.py:6
      GET /bare/notes/{pk} urls.py:9 -> urls.py:7
      GET /either/notes urls.py:11 -> urls.py:6
      GET /either/notes/{pk} urls.py:11 -> urls.py:7
      GET /plain/notes/ urls.py:13 -> urls.py:6
      GET /plain/notes/{pk}/ urls.py:13 -> urls.py:7
      GET /given/notes urls.py:15 -> urls.py:6
      GET /given/notes/{pk} urls.py:15 -> urls.py:7
      GET /kept/notes urls.py:17 -> urls.py:6
      GET /kept/notes/{pk} urls.py:17 -> urls.py:7
      page GET /kept/ routing.py:10`,
  },
  {
    name: "takes over registrations of another router, and reads expressions in the prefix of a viewset",
    files: {
      "urls.py": `from django.urls import include, path
from rest_framework.routers import SimpleRouter
from views import Halls, Pieces
router = SimpleRouter()
router.register("concerts/(?P<concert>[^/.]+)/pieces", Pieces, basename="piece")
halls = SimpleRouter(trailing_slash=False)
halls.register("halls", Halls, "hall")
router.registry.extend(halls.registry)
urlpatterns = [path("api/", include(router.urls))]
`,
      "views.py": `from rest_framework import viewsets
class Pieces(viewsets.ViewSet):
    def list(self, request, concert): ...
    def retrieve(self, request, concert, pk): ...
class Halls(viewsets.ViewSet):
    def list(self, request): ...
`,
    },
    table: `
      GET /api/concerts/{concert}/pieces/ urls.py:5 -> views.py:3
      GET /api/concerts/{concert}/pieces/{pk}/ urls.py:5 -> views.py:4
      GET /api/halls/ urls.py:7 -> views.py:6`,
  },
  {
    name: "takes what django.conf.settings lists, and positional arguments of an action",
    files: {
      "manage.py": `import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "depot.settings")
`,
      "depot/settings.py": `ROOT_URLCONF = "depot.urls"
API_ROOT = "api/"
APPS = ["trams"]
`,
      "depot/urls.py": `from django.conf import settings
from django.urls import include, path
urlpatterns = []
for app in settings.APPS:
    urlpatterns.append(path(f"{settings.API_ROOT}{app}/", include(f"{app}.urls")))
`,
      "trams/urls.py": `from rest_framework.routers import SimpleRouter
from django.urls import path; from django.views.generic import RedirectView
from trams.views import Trams
router = SimpleRouter()
router.register("all", Trams, basename="tram")
urlpatterns = router.urls + [path("old/", RedirectView.as_view(url="/api/trams/all/"))]
`,
      "trams/views.py": `from rest_framework import viewsets
from rest_framework.decorators import action
class Trams(viewsets.ViewSet):
    @action(["put"], True, "repair-now")
    def repair(self, request, pk): ...
    @repair.mapping.delete
    def scrap(self, request, pk): ...
`,
    },
    table: `
      PUT /api/trams/all/{pk}/repair-now/ trams/urls.py:5 -> trams/views.py:5
      DELETE /api/trams/all/{pk}/repair-now/ trams/urls.py:5 -> trams/views.py:7
      ANY /api/trams/old/ trams/urls.py:6`,
  },
  {
    name: "lets a path of any length take what comes after it, its last slash as well",
    files: {
      "manage.py": `import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stage.settings")
`,
      "stage/settings.py": `ROOT_URLCONF = "stage.urls"`,
      "stage/urls.py": `from django.urls import path
from stage import views
urlpatterns = [
    path("seats/", views.seats),
    path("<path:rest>", views.nothing),
    path("tickets/", views.tickets),
]
`,
      "stage/views.py": `def seats(request): ...
def nothing(request, rest): ...
def tickets(request): ...
`,
    },
    table: `
      ANY /seats/ stage/urls.py:4 -> stage/views.py:1
      ANY /{rest*} stage/urls.py:5 -> stage/views.py:2
      ANY /tickets/ stage/urls.py:6 -> stage/views.py:3 !after-catch-all by stage/urls.py:5`,
  },
  {
    name: "takes a path without its last slash for another than the one with it, as Django does",
    files: {
      "urls.py": `from django.urls import path
import views
urlpatterns = [
    path("invite/<slug:token>", views.invite),
    path("invite/<slug:token>/", views.invite),
    path("late/", views.invite),
    path("late", views.invite),
    path("late", views.invite),
]
`,
      "views.py": `def invite(request, token=None): ...
`,
    },
    table: `
      ANY /invite/{token} urls.py:4 -> views.py:1
      ANY /invite/{token}/ urls.py:5 -> views.py:1
      ANY /late/ urls.py:6 -> views.py:1
      ANY /late urls.py:7 -> views.py:1
      ANY /late urls.py:8 -> views.py:1 !duplicate by urls.py:7`,
  },
];

checkCases("django", cases);
