import type { Scenario } from "../../scenario.ts";

const styles: Scenario = {
  name: "styles-of-the-gliding-club",
  files: {
    "requirements.txt": "flask\n",
    "ops/nginx.conf": `server {
  listen 443;
  server_name club.example.test;

  location /booking/ {
    proxy_pass http://127.0.0.1:PORT_OF_api/;
    proxy_set_header X-Forwarded-For $remote_addr;
  }
}
`,
    "booking/__init__.py": `from flask import Flask


def create_app():
    app = Flask(__name__)

    from booking.views import views

    app.register_blueprint(views)
    return app
`,
    "booking/views.py": `from flask import Blueprint, jsonify, render_template

views = Blueprint("views", __name__)

GLIDERS = [{"reg": "D-1234", "seats": 2}, {"reg": "D-5678", "seats": 1}]


@views.get("/")
def home():
    return render_template("home.html", gliders=GLIDERS)


@views.get("/gliders")
def gliders():
    return jsonify(GLIDERS)
`,
    "booking/templates/home.html": `<!doctype html>
<html>
  <head><link rel="stylesheet" href="/static/club.css"></head>
  <body>{% for glider in gliders %}<p>{{ glider.reg }}</p>{% endfor %}</body>
</html>
`,
    "booking/static/club.css": "p { font-family: monospace; }\n",
    "main.py": `import os

from booking import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "club.http": `@club = http://localhost:PORT_OF_edge

### page
GET {{club}}/booking/

### its styles, from the network tab
# @name styles
GET {{club}}/static/club.css
Accept: text/css
`,
  },
  servers: [
    { name: "api", entry: "main.py", needs: "flask" },
    {
      name: "edge",
      entry: "front:ruleProxy",
      env: { RULES: '[{"from":"^/booking/(.*)$","to":"/$1","port":"PORT_OF_api"}]' },
    },
  ],
  ask: ["club.http#styles"],
  facts: ["edge:GET /booking/ 200", "edge:GET /static/club.css 404", "edge:GET /booking/static/club.css 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "booking/templates/home.html", text: 'href="/static/club.css"' },
      { file: "ops/nginx.conf", text: "location /booking/ {" },
    ],
    fixes: [{ url: "/booking/static/club.css" }],
  },
};

const altitude: Scenario = {
  name: "altitude-as-it-changes",
  files: {
    "package.json":
      '{ "name": "telemetry", "version": "1.3.0", "main": "server.js", "dependencies": { "express": "^5.0.0", "ws": "^8.0.0" } }',
    "server.js": `const http = require("node:http");
const express = require("express");
const { attachStream } = require("./stream");

const app = express();
app.get("/gliders", (req, res) => res.json([{ reg: "D-1234", altitude: 1410 }]));

const server = http.createServer(app);
attachStream(server, "/stream/altitude");
server.listen(process.env.PORT || 3000);
`,
    "stream.js": `const { WebSocketServer } = require("ws");

function attachStream(server, path) {
  const sockets = new WebSocketServer({ server, path });
  sockets.on("connection", (socket) => {
    socket.send(JSON.stringify({ reg: "D-1234", altitude: 1410 }));
  });
}

module.exports = { attachStream };
`,
    "apache/club.conf": `<VirtualHost *:80>
  ServerName telemetry.club.test
  ProxyPreserveHost On
  ProxyPass / http://localhost:PORT_OF_api/
  ProxyPassReverse / http://localhost:PORT_OF_api/
</VirtualHost>
`,
    "telemetry.http": `@telemetry = localhost:PORT_OF_edge

### list
GET http://{{telemetry}}/gliders

### stream
# @name stream
GET http://{{telemetry}}/stream/altitude
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==
`,
  },
  servers: [
    { name: "api", entry: "server.js" },
    { name: "edge", entry: "front:headerFilter", env: { UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["telemetry.http#stream"],
  facts: [
    "edge:GET /gliders 200",
    "edge:GET /stream/altitude 404 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==",
    "api:GET /stream/altitude 101 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["upgrade-lost"],
    links: [
      { file: "apache/club.conf", text: "  ProxyPass / http" },
      { file: "stream.js", text: "new WebSocketServer(" },
      { file: "server.js", text: 'attachStream(server, "/stream/altitude")' },
    ],
  },
};

/** At the gliding club. */
export const sailplanes: readonly Scenario[] = [styles, altitude];
