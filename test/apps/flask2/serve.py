from werkzeug.serving import make_server

from app import create_app
from where import announce

app = create_app()
server = make_server("127.0.0.1", 0, app, threaded=True)
announce(
    server.server_port,
    [
        f"{method} {rule.rule}"
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if rule.endpoint != "static"
    ],
)
server.serve_forever()
