import type { Scenario } from "../../scenario.ts";

const upgrades: Scenario = {
  name: "upgrade-at-the-counter",
  files: {
    "requirements.txt": "flask\n",
    "wsgi.py": `import os

from counter import create_app

app = create_app()

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "counter/__init__.py": `from flask import Flask

from counter import settings
from counter.bookings import bookings
from counter.upgrades import upgrades


def create_app():
    app = Flask(__name__)
    app.config.from_object(settings)
    app.register_blueprint(bookings, url_prefix="/bookings")
    if app.config["UPGRADES_ENABLED"]:
        app.register_blueprint(upgrades, url_prefix="/upgrades")
    return app
`,
    "counter/settings.py": `import os

UPGRADES_ENABLED = os.environ.get("UPGRADES_ENABLED", "false") == "true"
`,
    "counter/bookings.py": `from flask import Blueprint, jsonify

bookings = Blueprint("bookings", __name__)


@bookings.get("/<locator>")
def booking(locator):
    return jsonify(locator=locator, cabin="Y")
`,
    "counter/upgrades.py": `from flask import Blueprint, jsonify

upgrades = Blueprint("upgrades", __name__)


@upgrades.get("/<locator>/offers")
def offers(locator):
    return jsonify(locator=locator, offers=[{"cabin": "W", "price": 90}])
`,
    "counter.http": `@counter = http://localhost:PORT_OF_api

### booking
GET {{counter}}/bookings/QX7P2L

### what an upgrade costs
# @name offers
GET {{counter}}/upgrades/QX7P2L/offers
`,
  },
  servers: [
    { name: "api", entry: "wsgi.py", needs: "flask" },
    { name: "pilot", entry: "wsgi.py", needs: "flask", env: { UPGRADES_ENABLED: "true" } },
  ],
  ask: ["counter.http#offers"],
  facts: [
    "api:GET /bookings/QX7P2L 200",
    "api:GET /upgrades/QX7P2L/offers 404",
    "pilot:GET /upgrades/QX7P2L/offers 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "counter/__init__.py", text: 'if app.config["UPGRADES_ENABLED"]' },
      { file: "counter/__init__.py", text: "app.register_blueprint(upgrades" },
      { file: "counter/upgrades.py", text: '@upgrades.get("/<locator>/offers")' },
      { file: "counter/settings.py", text: "UPGRADES_ENABLED = " },
    ],
  },
};

const seatsBefore = `import { Router } from "express";

export const seats = Router();
seats.get("/:flight/seats", (req, res) => res.json({ flight: req.params.flight, free: 41 }));
`;

const serverOfSeats = `import express from "express";
import { seats } from "./seats.js";

const app = express();
app.get("/version", (_req, res) => res.json({ service: "seats" }));
app.use("/flights", seats);
app.listen(process.env.PORT ?? 3000);
`;

const seatMap: Scenario = {
  name: "seat-map-of-a-flight",
  files: {
    "package.json":
      '{ "name": "seats", "version": "4.1.0", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "src/server.js": serverOfSeats,
    "src/seats.js": `${seatsBefore}seats.get("/:flight/seat-map", (req, res) => {
  res.json({ flight: req.params.flight, rows: [{ row: 1, seats: "AC-DF" }] });
});
`,
    "http-client.env.json": '{ "test": { "seats": "http://localhost:PORT_OF_api" } }',
    "seats.http": `### free seats
GET {{seats}}/flights/HF204/seats

### the map for the new app
# @name map
GET {{seats}}/flights/HF204/seat-map
`,
  },
  deployed: {
    "package.json":
      '{ "name": "seats", "version": "4.0.2", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "src/server.js": serverOfSeats,
    "src/seats.js": seatsBefore,
  },
  servers: [{ name: "api", entry: "deployed:src/server.js" }],
  ask: ["seats.http#map", "--env", "test"],
  facts: [
    "GET /version 200",
    "GET /flights/HF204/seats 200",
    "GET /flights/HF204/seat-map 404",
    "GET /flights/ZZ999/seat-map 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [{ file: "src/seats.js", text: 'seats.get("/:flight/seat-map"' }],
  },
};

/** At the counter and on board. */
export const airline: readonly Scenario[] = [upgrades, seatMap];
