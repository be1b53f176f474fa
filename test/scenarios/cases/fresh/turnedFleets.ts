import type { Scenario } from "../../scenario.ts";
import { scooters } from "./scooters.ts";
import { skiing } from "./skiing.ts";
import { turnsOf } from "./turn.ts";

const vary = turnsOf([...scooters, ...skiing]);
const fleet = ["GET /fleet/v1/vehicles 200", "GET /fleet/v1/vehicles/S-118 200"];

/** Rides, vehicles and passes, one thing turned in each. */
export const turnedFleets: readonly Scenario[] = [
  vary(
    "receipt-of-a-ride",
    "turned-version-method",
    {
      "src/rides/receipts.controller.ts": null,
      "src/rides/rides.module.ts": [
        [", ReceiptsController", ""],
        ['import { ReceiptsController } from "./receipts.controller";\n', ""],
      ],
      "src/rides/rides.controller.ts": [
        ["NotFoundException, Param }", "NotFoundException, Param, Version }"],
        [
          '  @Get(":rideId")',
          '  @Version("2")\n  @Get(":rideId/receipt")\n  receipt(@Param("rideId") rideId: string) {\n    const ride = this.rides.findOne(rideId);\n    if (!ride) throw new NotFoundException();\n    return { ride: rideId, total: ride.minutes * 0.19 };\n  }\n\n  @Get(":rideId")',
        ],
      ],
    },
    {
      truth: {
        links: [
          { file: "src/rides/rides.controller.ts", text: '@Get(":rideId/receipt")' },
          { file: "src/rides/rides.controller.ts", text: '@Version("2")' },
        ],
      },
    },
  ),
  vary(
    "vehicle-on-the-map",
    "turned-join-axios",
    {
      "map/src/fleetClient.js": `import { HttpClient } from "./httpClient.js";

const client = new HttpClient({ baseURL: process.env.FLEET_URL });

export const allVehicles = () => client.get("vehicles");
export const oneVehicle = (id) => client.get(\`/vehicles/\${id}\`);
`,
      "map/src/httpClient.js": `export class HttpClient {
  #base;

  constructor({ baseURL }) {
    this.#base = baseURL;
  }

  async get(path) {
    const answer = await fetch(new URL(path, this.#base));
    return answer.json();
  }
}
`,
    },
    {
      facts: fleet,
      truth: {
        links: [
          { file: "map/src/fleetClient.js", text: "oneVehicle" },
          { file: "map/src/httpClient.js", text: "new URL(" },
          { file: "map/.env", text: "FLEET_URL" },
        ],
      },
    },
  ),
  vary(
    "vehicle-on-the-map",
    "turned-join-inline",
    {
      "map/src/fleetClient.js": `const fleet = process.env.FLEET_URL;

export const allVehicles = () => fetch(new URL("vehicles", fleet)).then((answer) => answer.json());
export const oneVehicle = (id) => fetch(new URL("/vehicles/" + id, fleet)).then((answer) => answer.json());
`,
    },
    {
      facts: fleet,
      truth: {
        links: [
          { file: "map/src/fleetClient.js", text: "oneVehicle" },
          { file: "map/.env", text: "FLEET_URL" },
        ],
      },
    },
  ),
  vary(
    "vehicle-on-the-map",
    "turned-join-no-client",
    { "map/src/fleetClient.js": null, "map/src/draw.js": null, "map/.env": null, "map/package.json": null },
    {
      facts: fleet,
      truth: {
        kinds: ["base-path"],
        links: [
          { file: "fleet/src/server.js", text: 'app.use("/fleet/v1/vehicles"' },
          { file: "fleet/src/vehicles.js", text: 'vehicles.get("/:vehicle"' },
        ],
      },
    },
  ),
  vary(
    "pass-at-the-gate",
    "turned-port-compose",
    {
      ".env": null,
      "README.md": "# Resort services\n\n`docker compose up` starts both.\n",
      "docker-compose.yml": `services:
  snow:
    build: services/snow
    ports: ["PORT_OF_snow:4801"]
  passes:
    build: services/passes
    ports: ["PORT_OF_passes:4802"]
`,
    },
    {
      truth: {
        links: [
          { file: "docker-compose.yml", text: "PORT_OF_passes" },
          { file: "requests/resort.http", text: "@host" },
          { file: "services/passes/src/passes.js", text: 'passes.get("/:number"' },
        ],
      },
    },
  ),
  vary(
    "pass-at-the-gate",
    "turned-port-nowhere",
    { ".env": null, "README.md": "# Resort services\n\nEach has a port of its own.\n" },
    {
      truth: {
        fixes: [{ kind: "ask" }, { kind: "edit-variable" }, { kind: "edit-request" }],
        links: [
          { file: "requests/resort.http", text: "@host" },
          { file: "services/passes/src/passes.js", text: 'passes.get("/:number"' },
          { file: "services/passes/src/index.js", text: 'app.use("/api/passes"' },
        ],
      },
    },
  ),
];
