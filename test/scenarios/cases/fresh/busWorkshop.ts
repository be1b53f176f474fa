import type { Scenario } from "../../scenario.ts";

const inspection: Scenario = {
  name: "inspection-of-a-bus",
  files: {
    "package.json": `{
  "name": "bus-workshop",
  "private": true,
  "type": "module",
  "scripts": { "start": "node src/main.ts" },
  "dependencies": { "express": "^5.0.0" }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "target": "es2023", "module": "nodenext", "strict": true, "erasableSyntaxOnly": true, "allowImportingTsExtensions": true, "noEmit": true } }
`,
    "src/main.ts": `import { Application } from "./application.ts";
import { BusController } from "./buses/busController.ts";
import { InspectionController } from "./inspections/inspectionController.ts";

const application = new Application("/workshop/api");
application.add(new BusController());
application.add(new InspectionController());
application.listen(Number(process.env.PORT ?? 3000));
`,
    "src/application.ts": `import express, { type Express } from "express";
import type { Controller } from "./controller.ts";

export class Application {
  readonly #server: Express = express();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
    this.#server.use(express.json());
  }

  add(controller: Controller): void {
    this.#server.use(\`\${this.#root}/\${controller.name}\`, controller.router);
  }

  listen(port: number): void {
    this.#server.listen(port);
  }
}
`,
    "src/controller.ts": `import { Router } from "express";

export abstract class Controller {
  abstract readonly name: string;
  readonly router: Router = Router();
}
`,
    "src/buses/busController.ts": `import type { Request, Response } from "express";
import { Controller } from "../controller.ts";

export class BusController extends Controller {
  readonly name = "buses";

  constructor() {
    super();
    this.router.get("/", this.list);
  }

  private readonly list = (_request: Request, response: Response): void => {
    response.json([{ no: 311 }, { no: 312 }]);
  };
}
`,
    "src/inspections/inspectionController.ts": `import type { Request, Response } from "express";
import { Controller } from "../controller.ts";
import { InspectionBook } from "./inspectionBook.ts";

export class InspectionController extends Controller {
  readonly name = "inspections";
  private readonly book = new InspectionBook();

  constructor() {
    super();
    this.router.get("/:no", this.read);
    this.router.post("/:no/sign", this.sign);
  }

  private readonly read = (request: Request<{ no: string }>, response: Response): void => {
    const inspection = this.book.find(request.params.no);
    if (inspection === undefined) {
      response.status(404).json({ type: "about:blank", title: "Inspection not found", status: 404 });
      return;
    }
    response.json(inspection);
  };

  private readonly sign = (_request: Request, response: Response): void => {
    response.status(204).end();
  };
}
`,
    "src/inspections/inspectionBook.ts": `export interface Inspection {
  readonly no: string;
  readonly bus: number;
  readonly brakes: "good" | "worn";
}

export class InspectionBook {
  private readonly rows: readonly Inspection[] = [
    { no: "IN-9100", bus: 311, brakes: "good" },
    { no: "IN-9101", bus: 312, brakes: "worn" },
  ];

  find(no: string): Inspection | undefined {
    return this.rows.find((row) => row.no === no);
  }
}
`,
    "http/workshop.http": `@workshop = http://localhost:PORT_OF_api/workshop/api

### buses
GET {{workshop}}/buses

### brakes of 312
# @name brakes
GET {{workshop}}/buses/inspections/IN-9101
`,
  },
  servers: [{ name: "api", entry: "src/main.ts" }],
  ask: ["http/workshop.http#brakes"],
  facts: [
    "GET /workshop/api/buses 200",
    "GET /workshop/api/buses/inspections/IN-9101 404",
    "GET /workshop/api/inspections/IN-9101 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved", "base-path"],
    links: [
      { file: "src/inspections/inspectionController.ts", text: 'this.router.get("/:no", this.read)' },
      { file: "http/workshop.http", text: "/buses/inspections/IN-9101" },
    ],
    fixes: [{ url: "/workshop/api/inspections/IN-9101" }],
  },
};

/** In the workshop of the buses. */
export const busWorkshop: readonly Scenario[] = [inspection];
