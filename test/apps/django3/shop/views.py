from django.http import JsonResponse
from django.views import View
from django.views.decorators.http import require_http_methods
from rest_framework.decorators import action, api_view
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from where import here


def index(request):
    return JsonResponse(here())


@require_http_methods(["GET"])
def status(request):
    return JsonResponse(here())


def slash(request):
    return JsonResponse(here())


def by_id(request, user_id):
    return JsonResponse(here())


def by_name(request, name):
    return JsonResponse(here())


def me(request):
    return JsonResponse(here())


def files(request, file):
    return JsonResponse(here())


def year(request, year):
    return JsonResponse(here())


class Stats(View):
    def get(self, request):
        return JsonResponse(here())

    def delete(self, request):
        return JsonResponse(here())


@api_view(["GET", "POST"])
def ping(request):
    return Response(here())


class Orders(ViewSet):
    lookup_value_regex = "[0-9]+"

    def list(self, request):
        return Response(here())

    def create(self, request):
        return Response(here())

    def retrieve(self, request, pk=None):
        return Response(here())

    def destroy(self, request, pk=None):
        return Response(here())

    @action(detail=False)
    def latest(self, request):
        return Response(here())

    @latest.mapping.put
    def renew(self, request):
        return Response(here())

    @action(detail=True, methods=["post"], url_path="cancel-now")
    def cancel(self, request, pk=None):
        return Response(here())


class Readers(ViewSet):
    http_method_names = ["get"]

    def retrieve(self, request, pk=None):
        return Response(here())

    def destroy(self, request, pk=None):
        return Response(here())
