import type { Scenario } from "../../scenario.ts";

const garageFiles = {
  "package.json": '{ "name": "garage", "type": "module", "dependencies": { "express": "^5.0.0" } }',
  "garage.js": `import express from "express";

const cars = { "ZH-1": { km: 90210 }, "ZH-2": { km: 12 } };
const app = express();
app.get("/cars", (_req, res) => res.json(Object.keys(cars)));
app.get("/cars/:plate/repairs", (req, res) => {
  if (!cars[req.params.plate]) return res.status(404).json({ error: "car unknown" });
  res.json([]);
});
app.listen(process.env.PORT ?? 3000);
`,
};

const repairs: Scenario = {
  name: "car-repairs",
  files: {
    ...garageFiles,
    "http-client.env.json": '{ "local": { "garage": "http://localhost:PORT_OF_api", "licencePlate": "ZH-1" } }',
    "garage.http": `# @name repairs
GET {{garage}}/cars/{{licensePlate}}/repairs
`,
  },
  servers: [{ name: "api", entry: "garage.js" }],
  ask: ["garage.http#repairs", "--env", "local"],
  facts: ["GET /cars/ZH-1/repairs 200"],
  truth: {
    outcome: "not-sent",
    kinds: ["unresolved-variable"],
    links: [
      { file: "garage.http", text: "{{licensePlate}}" },
      { file: "http-client.env.json", text: '"licencePlate"' },
    ],
  },
};

const noEnvironment: Scenario = {
  name: "car-list",
  files: {
    ...garageFiles,
    "http-client.env.json": `{
  "workshop": { "garage": "http://localhost:PORT_OF_api" },
  "office": { "garage": "http://localhost:PORT_OF_api" }
}`,
    "garage.http": `# @name cars
GET {{garage}}/cars
`,
  },
  servers: [{ name: "api", entry: "garage.js" }],
  ask: ["garage.http#cars"],
  facts: ["GET /cars 200"],
  truth: {
    outcome: "not-sent",
    kinds: ["unresolved-variable"],
    links: [
      { file: "garage.http", text: "{{garage}}" },
      { file: "http-client.env.json", text: '"workshop"' },
    ],
  },
};

const literal: Scenario = {
  name: "repairs-of-the-app",
  files: {
    ...garageFiles,
    "captured.http": `### as the app sent it
# @name repairs
GET http://localhost:PORT_OF_api/cars/undefined/repairs
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "garage.js" }],
  ask: ["captured.http#repairs"],
  facts: ["GET /cars/undefined/repairs 404", "GET /cars/ZH-1/repairs 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [
      { file: "captured.http", text: "/cars/undefined/repairs" },
      { file: "garage.js", text: 'app.get("/cars/:plate/repairs"' },
    ],
  },
};

const template: Scenario = {
  name: "copied-from-the-docs",
  files: {
    ...garageFiles,
    "docs.http": `@garage = http://localhost:PORT_OF_api

### Repairs
# @name repairs
GET {{garage}}/cars/:plate/repairs
`,
  },
  servers: [{ name: "api", entry: "garage.js" }],
  ask: ["docs.http#repairs"],
  facts: ["GET /cars/:plate/repairs 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [
      { file: "docs.http", text: "/cars/:plate/repairs" },
      { file: "garage.js", text: 'app.get("/cars/:plate/repairs"' },
    ],
  },
};

/** Requests with a place left open. */
export const variables: readonly Scenario[] = [repairs, noEnvironment, literal, template];
