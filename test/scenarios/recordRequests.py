"""Runs the script given as argument; writes the port it listens on and every request it receives to the file REQUEST_LOG."""

import http.server
import json
import os
import runpy
import socket
import sys

LOG = os.environ["REQUEST_LOG"]


def write(entry):
    with open(LOG, "a", encoding="utf-8") as log:
        log.write(json.dumps(entry) + "\n")


def listen(self, *backlog, _listen=socket.socket.listen):
    _listen(self, *backlog)
    write({"port": self.getsockname()[1]})


def parse_request(self, _parse=http.server.BaseHTTPRequestHandler.parse_request):
    parsed = _parse(self)
    if parsed:
        headers = [text for field in self.headers.items() for text in field]
        write({"method": self.command, "url": self.path, "headers": headers})
    return parsed


socket.socket.listen = listen
http.server.BaseHTTPRequestHandler.parse_request = parse_request

try:
    import h11

    def next_event(self, _next=h11.Connection.next_event):
        event = _next(self)
        if type(event) is h11.Request:
            headers = [text.decode("latin-1") for field in event.headers for text in field]
            write({"method": event.method.decode(), "url": event.target.decode("latin-1"), "headers": headers})
        return event

    h11.Connection.next_event = next_event
except ImportError:
    pass

try:
    from aiohttp import web_app

    async def handle(self, request, _handle=web_app.Application._handle):
        headers = [text.decode("latin-1") for field in request.raw_headers for text in field]
        write({"method": request.method, "url": request.raw_path, "headers": headers})
        return await _handle(self, request)

    web_app.Application._handle = handle
except ImportError:
    pass

script = sys.argv[1]
sys.argv = sys.argv[1:]
sys.path[0] = os.path.dirname(os.path.abspath(script))
runpy.run_path(script, run_name="__main__")
