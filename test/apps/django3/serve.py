from wsgiref.simple_server import WSGIRequestHandler, make_server

import manage  # noqa: F401
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from where import announce


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


def listed(patterns, prefix=""):
    for each in patterns:
        whole = prefix + str(each.pattern)
        if hasattr(each, "url_patterns"):
            yield from listed(each.url_patterns, whole)
        else:
            yield whole


django = get_wsgi_application()


def application(environ, start_response):
    """As a production server does, leaves the content of an answer to HEAD out."""
    answer = django(environ, start_response)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else answer


server = make_server("127.0.0.1", 0, application, handler_class=Quiet)
announce(server.server_port, listed(get_resolver().url_patterns))
server.serve_forever()
