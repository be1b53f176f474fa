import type { Scenario } from "../../scenario.ts";

const horses: Scenario = {
  name: "horses-of-a-riding-school",
  files: {
    "README.md": `# Riding school

    cd backend && python main.py     # 5000
    cd frontend && npm start         # 3000, calls the backend through its development server
`,
    "backend/requirements.txt": "flask\n",
    "backend/main.py": `import os

from stable import create_app

create_app().run(host="127.0.0.1", port=int(os.environ.get("PORT", "5000")))
`,
    "backend/stable/__init__.py": `from flask import Flask

from stable.horses import horses
from stable.riders import riders


def create_app():
    app = Flask(__name__)
    app.register_blueprint(horses)
    app.register_blueprint(riders)
    return app
`,
    "backend/stable/horses.py": `from flask import Blueprint, abort, jsonify

horses = Blueprint("horses", __name__, url_prefix="/api/horses")
HORSES = [
    {"id": 3, "name": "Falada", "height": 162, "resting": False},
    {"id": 8, "name": "Bucephalus", "height": 171, "resting": True},
]


@horses.get("/")
def index():
    return jsonify(HORSES)


@horses.get("/available")
def available():
    return jsonify([horse for horse in HORSES if not horse["resting"]])


@horses.get("/<int:number>")
def show(number):
    found = [horse for horse in HORSES if horse["id"] == number]
    if not found:
        abort(404)
    return jsonify(found[0])
`,
    "backend/stable/riders.py": `from flask import Blueprint, jsonify

riders = Blueprint("riders", __name__, url_prefix="/api/riders")


@riders.get("/<login>")
def show(login):
    return jsonify(login=login, level="novice")
`,
    "frontend/package.json": `{
  "name": "riding-school",
  "private": true,
  "scripts": { "start": "react-scripts start", "build": "react-scripts build" },
  "dependencies": {
    "react": "^18.3.1",
    "react-dom": "^18.3.1",
    "react-scripts": "5.0.1"
  },
  "devDependencies": { "http-proxy-middleware": "^3.0.3" }
}
`,
    "frontend/src/setupProxy.js": `const { createProxyMiddleware } = require("http-proxy-middleware");

module.exports = function (app) {
  app.use(
    "/api",
    createProxyMiddleware({
      target: "http://localhost:PORT_OF_api",
      changeOrigin: true,
    }),
  );
};
`,
    "frontend/src/api.js": `async function read(path) {
  const response = await fetch(path, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(\`\${response.status} \${path}\`);
  return response.json();
}

export const availableHorses = () => read("/api/horses/available");
export const rider = (login) => read(\`/api/riders/\${encodeURIComponent(login)}\`);
`,
    "frontend/src/App.js": `import { useEffect, useState } from "react";
import { availableHorses } from "./api";

export default function App() {
  const [horses, setHorses] = useState([]);
  useEffect(() => {
    availableHorses().then(setHorses);
  }, []);
  return <ul>{horses.map((horse) => <li key={horse.id}>{horse.name}</li>)}</ul>;
}
`,
    "requests.http": `@frontend = http://localhost:PORT_OF_web

### the page
GET {{frontend}}/

### horses one can ride today
# @name available
GET {{frontend}}/api/horses/available
Accept: application/json
`,
  },
  servers: [
    { name: "api", entry: "backend/main.py", needs: "flask" },
    {
      name: "web",
      entry: "front:devProxy",
      env: { PREFIX: "/api", STRIP: "/api", UPSTREAM: "PORT_OF_api" },
    },
  ],
  ask: ["requests.http#available"],
  facts: [
    "web:GET / 200",
    "web:GET /api/horses/available 404",
    "api:GET /api/horses/available 200",
    "api:GET /horses/available 404",
    "web:GET /api/api/horses/available 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "frontend/src/setupProxy.js", text: '"/api",' },
      { file: "frontend/src/setupProxy.js", text: "app.use(" },
      { file: "frontend/src/setupProxy.js", text: "createProxyMiddleware({" },
      { file: "frontend/src/setupProxy.js", text: "target:" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** A riding school: its horses and riders. */
export const riding: readonly Scenario[] = [horses];
