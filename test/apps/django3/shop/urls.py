from django.urls import include, path
from rest_framework.routers import SimpleRouter

from shop import views

router = SimpleRouter()
router.register("orders", views.Orders, basename="orders")
router.register("readers", views.Readers, basename="readers")

urlpatterns = [
    path("", include(router.urls)),
    path("ping/", views.ping),
]
