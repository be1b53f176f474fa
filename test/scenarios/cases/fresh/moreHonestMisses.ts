import type { Scenario } from "../../scenario.ts";
import { campsites } from "./campsites.ts";
import { coins } from "./coins.ts";
import { danceSchool } from "./danceSchool.ts";
import { drones } from "./drones.ts";
import { escapeRooms } from "./escapeRooms.ts";
import { genealogy } from "./genealogy.ts";
import { iceRinks } from "./iceRinks.ts";
import { mines } from "./mines.ts";
import { edit, first } from "./vary.ts";

const camp = first(campsites);
const cabinet = first(coins);
const school = first(danceSchool);
const surveyors = first(drones);
const rooms = first(escapeRooms);
const trees = first(genealogy);
const rink = first(iceRinks);
const mine = first(mines);

const otherPitch: Scenario = {
  ...camp,
  name: "pitch-that-is-not-on-the-map",
  files: edit(camp.files, [["camp.http", "/pitches/17/free/", "/en/pitches/71/free/"]]),
  facts: ["GET /en/pitches/71/free/ 404", "GET /en/pitches/17/free/ 200", "GET /pitches/17/free/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "pitches/urls.py", text: 'path("<int:number>/free/"' },
      { file: "pitches/views.py", text: "def free(" },
    ],
  },
};

const roundNumber: Scenario = {
  ...cabinet,
  name: "coin-with-a-round-number",
  files: edit(cabinet.files, [["cabinet.http", "7126093318844551000", "7200000000000000000"]]),
  facts: ["GET /coins/7200000000000000000 404", "GET /coins/7126093318844551281 200", "GET /trays/r-12/coins 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "cabinet/app.py", text: '@app.get("/coins/{number}")' },
      { file: "cabinet/app.py", text: "def coin(number" },
    ],
  },
};

const endedCourse: Scenario = {
  ...school,
  name: "course-that-is-not-given-any-more",
  files: edit(school.files, [
    ["plans/summer-2026.csv", "D-207,", "D-204,rumba-in-july,Rumba in July,Irma\nD-207,"],
    ["courses.http", "salsa-for-beginners", "rumba-in-july"],
    ["mails/reminder.txt", "salsa-for-beginners", "rumba-in-july"],
  ]),
  facts: ["GET /courses/rumba-in-july/ 404", "GET /courses/salsa-level-1/ 200", "GET /courses/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id", "deleted", "archived"],
    links: [
      { file: "school/urls.py", text: 'path("courses/<slug:slug>/"' },
      { file: "courses/views.py", text: "def course(" },
      { file: "plans/summer-2026.csv", text: "rumba-in-july" },
    ],
  },
};

const unknownFlight: Scenario = {
  ...surveyors,
  name: "flight-nobody-flew",
  files: edit(surveyors.files, [
    [
      "drones/factory.py",
      '    app.add_subapp("/api", flights.make())\n    app.add_routes(probes.routes)\n',
      '    app.add_routes(probes.routes)\n    app.add_subapp("/api", flights.make())\n',
    ],
    [
      "probes.http",
      "### ready\n# @name ready\nGET {{drones}}/api/ready",
      "### flight of Monday\n# @name monday\nGET {{drones}}/api/flights/F-13",
    ],
  ]),
  ask: ["probes.http#monday"],
  facts: ["GET /api/flights/F-13 404", "GET /api/flights/F-31 200", "GET /api/ready 200", "GET /api/flights 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "drones/flights.py", text: 'web.get("/flights/{code}", show)' },
      { file: "drones/flights.py", text: "async def show(" },
    ],
  },
};

const unknownRoom: Scenario = {
  ...rooms,
  name: "scores-of-a-room-that-closed",
  files: edit(rooms.files, [
    ["nginx.conf", "location /api/ {", "location ^~ /api/ {"],
    ["rooms.http", "/attic/", "/submarine/"],
  ]),
  servers: rooms.servers.map((server) =>
    server.name === "web"
      ? {
          ...server,
          env: {
            RULES:
              '[{"from":"^/api/","to":"/api/","port":"PORT_OF_scores"},{"from":"^/[^?]*\\\\.(css|json|png|svg|woff2)(\\\\?|$)","status":404},{"from":"^/$","status":200}]',
          },
        }
      : server,
  ),
  facts: [
    "web:GET /api/rooms/submarine/scores.json 404",
    "web:GET /api/rooms/attic/scores.json 200",
    "web:GET /api/rooms 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "scores/main.py", text: '@app.get("/api/rooms/{room}/scores.json")' },
      { file: "scores/main.py", text: "def scores(" },
    ],
  },
};

const visitor: Scenario = {
  ...trees,
  name: "person-who-only-visited",
  files: edit(trees.files, [
    [
      "trees/people.sql",
      "CREATE TABLE joined (number INTEGER PRIMARY KEY, into_number INTEGER REFERENCES person (number), on_day TEXT);",
      "CREATE TABLE photo (number INTEGER PRIMARY KEY, person INTEGER REFERENCES person (number), on_day TEXT);",
    ],
    ["trees/people.sql", "INSERT INTO joined", "INSERT INTO photo"],
    [
      "README.md",
      "People who turn out to be the same person are joined; the younger record goes and `joined` keeps its number.",
      "People and the photographs of them.",
    ],
  ]),
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "trees/application.py", text: 'api.router.add_view("/people/{number' },
      { file: "trees/people.py", text: "class PersonView" },
      { file: "trees/people.py", text: 'match_info["number"]' },
    ],
  },
};

const closedDay: Scenario = {
  ...rink,
  name: "sessions-on-a-day-without-ice",
  files: edit(rink.files, [
    ["rink/v2.py", 'APIRouter(prefix="/v2")', "APIRouter()"],
    ["rink.http", "/sessions/saturday", "/sessions/monday"],
  ]),
  facts: ["GET /v2/sessions/monday 404", "GET /v2/sessions/saturday 200", "GET /v1/sessions 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "rink/v2.py", text: '@router.get("/sessions/{day}")' },
      { file: "rink/v2.py", text: "def sessions(day" },
    ],
  },
};

const deepest: Scenario = {
  ...mine,
  name: "level-nobody-dug",
  files: edit(mine.files, [
    ["mine/__init__.py", "<int:level>", "<int(signed=True):level>"],
    ["mine.http", "/levels/-2/", "/levels/-7/"],
  ]),
  facts: ["GET /levels/-7/readings 404", "GET /levels/-2/readings 200", "GET /levels 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "mine/__init__.py", text: '"/levels/<int(signed=True):level>/readings"' },
      { file: "mine/levels.py", text: "class LevelReadings(" },
      { file: "mine/levels.py", text: "def get(self, level)" },
    ],
  },
};

/** More records that nobody has, in workspaces where something else looks more likely. */
export const moreHonestMisses: readonly Scenario[] = [
  otherPitch,
  roundNumber,
  endedCourse,
  unknownFlight,
  unknownRoom,
  visitor,
  closedDay,
  deepest,
];
