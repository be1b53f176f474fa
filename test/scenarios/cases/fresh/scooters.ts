import type { Scenario } from "../../scenario.ts";

const receipt: Scenario = {
  name: "receipt-of-a-ride",
  files: {
    "package.json": `{
  "name": "rides-api",
  "private": true,
  "scripts": { "build": "nest build", "start:dev": "nest start --watch" },
  "dependencies": {
    "@nestjs/common": "^11.0.0",
    "@nestjs/core": "^11.0.0",
    "@nestjs/platform-express": "^11.0.0",
    "reflect-metadata": "^0.2.2",
    "rxjs": "^7.8.1"
  }
}
`,
    "nest-cli.json": `{ "collection": "@nestjs/schematics", "sourceRoot": "src" }
`,
    "tsconfig.json": `{
  "compilerOptions": {
    "module": "commonjs",
    "target": "es2022",
    "outDir": "./dist",
    "emitDecoratorMetadata": true,
    "experimentalDecorators": true
  }
}
`,
    "src/main.ts": `import { VersioningType } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("api");
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: "1" });
  await app.listen(process.env.PORT ?? 3000);
}
bootstrap();
`,
    "src/app.module.ts": `import { Module } from "@nestjs/common";
import { RidesModule } from "./rides/rides.module";

@Module({ imports: [RidesModule] })
export class AppModule {}
`,
    "src/rides/rides.module.ts": `import { Module } from "@nestjs/common";
import { ReceiptsController } from "./receipts.controller";
import { RidesController } from "./rides.controller";
import { RidesService } from "./rides.service";

@Module({
  controllers: [RidesController, ReceiptsController],
  providers: [RidesService],
})
export class RidesModule {}
`,
    "src/rides/rides.controller.ts": `import { Controller, Get, NotFoundException, Param } from "@nestjs/common";
import { RidesService } from "./rides.service";

@Controller("rides")
export class RidesController {
  constructor(private readonly rides: RidesService) {}

  @Get()
  findAll() {
    return this.rides.findAll();
  }

  @Get(":rideId")
  findOne(@Param("rideId") rideId: string) {
    const ride = this.rides.findOne(rideId);
    if (!ride) throw new NotFoundException(\`Ride \${rideId} not found\`);
    return ride;
  }
}
`,
    "src/rides/receipts.controller.ts": `import { Controller, Get, NotFoundException, Param } from "@nestjs/common";
import { RidesService } from "./rides.service";

@Controller({ path: "rides/:rideId/receipt", version: "2" })
export class ReceiptsController {
  constructor(private readonly rides: RidesService) {}

  @Get()
  show(@Param("rideId") rideId: string) {
    const ride = this.rides.findOne(rideId);
    if (!ride) throw new NotFoundException(\`Ride \${rideId} not found\`);
    return { ride: rideId, total: ride.minutes * 0.19, vat: "21 %" };
  }
}
`,
    "src/rides/rides.service.ts": `import { Injectable } from "@nestjs/common";

@Injectable()
export class RidesService {
  private readonly rides = [
    { id: "r7f2", minutes: 14 },
    { id: "r7f9", minutes: 32 },
  ];

  findAll() {
    return this.rides;
  }

  findOne(id: string) {
    return this.rides.find((ride) => ride.id === id);
  }
}
`,
    "rest/http-client.env.json": `{
  "dev": { "api": "http://localhost:PORT_OF_api/api/v1", "ride": "r7f9" }
}
`,
    "rest/rides.http": `### rides
GET {{api}}/rides

### ride
GET {{api}}/rides/{{ride}}

### receipt
# @name receipt
GET {{api}}/rides/{{ride}}/receipt
`,
  },
  deployed: {
    "dist/main.mjs": `import "reflect-metadata";
import { Controller, Get, Module, NotFoundException, Param, VersioningType } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

const rides = [
  { id: "r7f2", minutes: 14 },
  { id: "r7f9", minutes: 32 },
];
const find = (id) => {
  const ride = rides.find((one) => one.id === id);
  if (!ride) throw new NotFoundException(\`Ride \${id} not found\`);
  return ride;
};
const route = (type, key, path) =>
  Get(path)(type.prototype, key, Object.getOwnPropertyDescriptor(type.prototype, key));

class RidesController {
  findAll() {
    return rides;
  }
  findOne(id) {
    return find(id);
  }
}
route(RidesController, "findAll");
route(RidesController, "findOne", ":rideId");
Param("rideId")(RidesController.prototype, "findOne", 0);
Controller("rides")(RidesController);

class ReceiptsController {
  show(id) {
    return { ride: id, total: find(id).minutes * 0.19, vat: "21 %" };
  }
}
route(ReceiptsController, "show");
Param("rideId")(ReceiptsController.prototype, "show", 0);
Controller({ path: "rides/:rideId/receipt", version: "2" })(ReceiptsController);

class AppModule {}
Module({ controllers: [RidesController, ReceiptsController] })(AppModule);

const app = await NestFactory.create(AppModule, { logger: false });
app.setGlobalPrefix("api");
app.enableVersioning({ type: VersioningType.URI, defaultVersion: "1" });
await app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "deployed:dist/main.mjs" }],
  ask: ["rest/rides.http#receipt", "--env", "dev"],
  facts: [
    "GET /api/v1/rides 200",
    "GET /api/v1/rides/r7f9 200",
    "GET /api/v1/rides/none 404",
    "GET /api/v1/rides/r7f9/receipt 404",
    "GET /api/v2/rides/r7f9/receipt 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/rides/receipts.controller.ts", text: 'version: "2"' },
      { file: "src/rides/receipts.controller.ts", text: "@Get()" },
      { file: "src/main.ts", text: "enableVersioning" },
    ],
    fixes: [{ url: "/api/v2/rides/r7f9/receipt" }],
  },
};

const vehicle: Scenario = {
  name: "vehicle-on-the-map",
  files: {
    "package.json": `{ "name": "scooter-map", "type": "module", "workspaces": ["fleet", "map"] }
`,
    "README.md": `# scooter-map

\`fleet\` knows where each vehicle is. \`map\` asks it every ten seconds and draws tiles.

When the map stays empty: \`LOG=1 npm start -w map\` prints each request it makes; paste it into \`log.http\`.
`,
    "fleet/package.json": `{ "name": "fleet", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "fleet/src/server.js": `import express from "express";
import { vehicles } from "./vehicles.js";

const app = express();
app.use("/fleet/v1/vehicles", vehicles);
app.get("/ready", (req, res) => res.json({ ready: true }));
app.listen(process.env.PORT ?? 4600);
`,
    "fleet/src/vehicles.js": `import { Router } from "express";

const positions = new Map([
  ["S-118", { lat: 52.374, lon: 4.889, battery: 61 }],
  ["S-204", { lat: 52.361, lon: 4.902, battery: 12 }],
]);

export const vehicles = Router();
vehicles.get("/", (req, res) => res.json([...positions.keys()]));
vehicles.get("/:vehicle", (req, res) => {
  const position = positions.get(req.params.vehicle);
  if (!position) return res.status(404).json({ reason: "unknown vehicle" });
  res.json(position);
});
`,
    "map/package.json": `{ "name": "map", "type": "module" }
`,
    "map/.env": `FLEET_URL=http://localhost:PORT_OF_fleet/fleet/v1/
TILE_SIZE=256
`,
    "map/src/fleetClient.js": `const fleet = process.env.FLEET_URL ?? "http://localhost:4600/fleet/v1/";

async function ask(path) {
  const url = new URL(path, fleet);
  if (process.env.LOG) console.log("GET %s", url);
  const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
  if (!answer.ok) throw new Error(\`fleet answered \${answer.status}\`);
  return answer.json();
}

export const allVehicles = () => ask("vehicles");
export const oneVehicle = (id) => ask(\`/vehicles/\${id}\`);
`,
    "map/src/draw.js": `import { allVehicles, oneVehicle } from "./fleetClient.js";

export async function draw(canvas) {
  for (const id of await allVehicles()) {
    const { lat, lon } = await oneVehicle(id);
    canvas.put(lat, lon, id);
  }
}
`,
    "log.http": `GET http://localhost:PORT_OF_fleet/fleet/v1/vehicles

###

GET http://localhost:PORT_OF_fleet/vehicles/S-118
`,
  },
  servers: [{ name: "fleet", entry: "fleet/src/server.js" }],
  ask: ["log.http:5"],
  facts: [
    "GET /fleet/v1/vehicles 200",
    "GET /vehicles/S-118 404",
    "GET /fleet/v1/vehicles/S-118 200",
    "GET /ready 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["dropped-segment"],
    links: [
      { file: "map/src/fleetClient.js", text: "oneVehicle" },
      { file: "map/src/fleetClient.js", text: "new URL(" },
      { file: "map/.env", text: "FLEET_URL" },
      { file: "fleet/src/server.js", text: 'app.use("/fleet/v1/vehicles"' },
      { file: "fleet/src/vehicles.js", text: 'vehicles.get("/:vehicle"' },
    ],
    fixes: [{ url: "/fleet/v1/vehicles/S-118" }],
  },
};

/** Scooters for rent: receipts of rides and vehicles of the fleet. */
export const scooters: readonly Scenario[] = [receipt, vehicle];
