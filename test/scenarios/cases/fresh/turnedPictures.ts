import type { Scenario } from "../../scenario.ts";
import { heating } from "./heating.ts";
import { newsletters } from "./newsletters.ts";
import { photos } from "./photos.ts";
import { subscriptions } from "./subscriptions.ts";
import { turnsOf } from "./turn.ts";

const vary = turnsOf([...photos, ...newsletters, ...heating, ...subscriptions]);

/** Albums, desks, boilers, boxes and profiles, one thing turned in each. */
export const turnedPictures: readonly Scenario[] = [
  vary(
    "album-of-a-wedding",
    "turned-slash-missing",
    {
      "src/albums.js": [['app.get("/:slug", async', 'app.get("/:slug/", async']],
      "albums.http": [["{{albums}}lena-and-tom/\n", "{{albums}}lena-and-tom\n"]],
    },
    {
      facts: ["GET /albums/lena-and-tom/ 200", "GET /albums/lena-and-tom 404", "GET /albums/none/ 404"],
      truth: {
        links: [{ file: "src/albums.js", text: '"/:slug/", async' }],
        fixes: [{ url: "/albums/lena-and-tom/" }],
      },
    },
  ),
  vary(
    "album-of-a-wedding",
    "turned-double-slash",
    {
      "albums.http": `@albums = http://localhost:PORT_OF_api/albums/

### cover
GET {{albums}}lena-and-tom/cover

### as it is in the mail
# @name mail
GET {{albums}}/lena-and-tom
`,
    },
    {
      facts: ["GET /albums/lena-and-tom 200", "GET /albums//lena-and-tom 404"],
      truth: { kinds: ["proxy-joins-wrong"] },
    },
  ),
  vary(
    "album-of-a-wedding",
    "turned-trailing-space",
    {
      "albums.http": `@slug = lena-and-tom%20

### as it is in the mail
# @name mail
GET http://localhost:PORT_OF_api/albums/{{slug}}
`,
    },
    {
      facts: ["GET /albums/lena-and-tom 200", "GET /albums/lena-and-tom%20 404"],
      truth: { kinds: ["stray-characters"] },
    },
  ),
  vary("desk-of-the-editors", "turned-endpoint-alone", {
    "http-client.env.json": '{ "bo": { "host": "http://localhost:PORT_OF_api" } }\n',
    "http-client.private.env.json": '{ "bo": { "key": "nk_4d2a90aa" } }\n',
  }),
  vary(
    "readings-of-a-boiler",
    "turned-moved-changelog",
    {
      "CHANGELOG.md":
        "# 2.0.0\n\n- **Breaking** `/api/devices/{device}/readings` is `/api/devices/{device}/telemetry` now\n",
    },
    {
      history: [],
      truth: {
        links: [
          { file: "src/devices.js", text: '"/:device/telemetry"' },
          { file: "CHANGELOG.md", text: "Breaking" },
        ],
      },
    },
  ),
  vary(
    "readings-of-a-boiler",
    "turned-moved-silent",
    {},
    { history: [], truth: { kinds: ["path-moved"], fixes: [{ url: "/api/devices/bl-7/telemetry" }] } },
  ),
  vary(
    "profile-of-a-subscriber",
    "turned-nan",
    { "profile.http": [["undefined", "NaN"]], "web/profile.js": [["{user.id}", "{Number(user.subscriberId)}"]] },
    {
      facts: ["GET /api/subscribers/NaN/boxes 404"],
      truth: {
        links: [
          { file: "web/profile.js", text: "Number(" },
          { file: "profile.http", text: "NaN" },
        ],
      },
    },
  ),
  vary(
    "profile-of-a-subscriber",
    "turned-object",
    { "profile.http": [["undefined", "[object%20Object]"]], "web/profile.js": [["{user.id}", "{user}"]] },
    {
      facts: ["GET /api/subscribers/[object%20Object]/boxes 404"],
      truth: {
        links: [
          { file: "web/profile.js", text: "{user}" },
          { file: "profile.http", text: "[object" },
        ],
      },
    },
  ),
  vary(
    "profile-of-a-subscriber",
    "turned-braces",
    { "profile.http": [["undefined", "%7BsubscriberId%7D"]] },
    {
      facts: ["GET /api/subscribers/%7BsubscriberId%7D/boxes 404"],
      truth: { links: [{ file: "profile.http", text: "%7B" }] },
    },
  ),
  vary(
    "box-of-the-month",
    "turned-proxy-default",
    {
      "edge/config.json": `{
  "routes": [
    { "path": "/catalog", "to": "catalog" },
    { "path": "/boxes", "to": "boxes" }
  ]
}
`,
      "edge/src/server.js": [
        ["for (const { path, to, keepPath } of routes) {", "for (const { path, to, strip = false } of routes) {"],
        [
          "keepPath ? request.url : request.url.slice(path.length)",
          "strip ? request.url.slice(path.length) : request.url",
        ],
      ],
    },
    {
      truth: {
        links: [
          { file: "edge/config.json", text: '"/boxes"' },
          { file: "edge/src/server.js", text: "strip ?" },
          { file: "apps/boxes/src/index.js", text: '"/months/:month"' },
        ],
      },
    },
  ),
];
