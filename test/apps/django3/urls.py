from django.urls import include, path, re_path

from shop import views

urlpatterns = [
    path("", views.index),
    path("status", views.status),
    path("slash/", views.slash),
    path("users/<int:user_id>/", views.by_id),
    path("users/<slug:name>/", views.by_name),
    path("users/me/", views.me),
    path("files/<path:file>", views.files),
    re_path(r"^years/(?P<year>[0-9]{4})/$", views.year),
    path("api/v1/", include("shop.urls")),
    path("admin/", include([path("stats/", views.Stats.as_view())])),
    path("slash/", views.me),
    path("files/latest", views.me),
]
