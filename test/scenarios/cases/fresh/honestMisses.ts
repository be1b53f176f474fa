import type { Scenario } from "../../scenario.ts";
import { alumni } from "./alumni.ts";
import { apiary } from "./apiary.ts";
import { printables } from "./printables.ts";
import { props } from "./props.ts";
import { sauna } from "./sauna.ts";
import { skiRental } from "./skiRental.ts";
import { edit, first } from "./vary.ts";

const directory = first(alumni);
const hives = first(apiary);
const models = first(printables);
const house = first(props);
const saunas = first(sauna);
const rental = first(skiRental);

const plainAnswers: Scenario = {
  ...saunas,
  name: "day-without-reservations",
  files: edit(saunas.files, [
    ["houses/harbour.ini", "reservations = no", "reservations = yes"],
    [
      "saunas/factory.py",
      "from fastapi import FastAPI\n",
      "from fastapi import FastAPI\nfrom fastapi.responses import JSONResponse\nfrom starlette.exceptions import HTTPException\n",
    ],
    [
      "saunas/factory.py",
      '    offers = house["offers"]\n',
      '    app.add_exception_handler(HTTPException, plain)\n    offers = house["offers"]\n',
    ],
    [
      "saunas/factory.py",
      "def make(",
      'async def plain(request, error):\n    texts = {404: "Not Found", 405: "Method Not Allowed"}\n    return JSONResponse({"detail": texts.get(error.status_code, "Error")}, status_code=error.status_code)\n\n\ndef make(',
    ],
    ["sauna.http", "/reservations/2026-11-27", "/reservations/2026-11-28"],
    ["sauna.http", "### Friday", "### Friday\nGET {{sauna}}/reservations/2026-11-27\n\n### Saturday"],
    ["sauna.http", "# @name friday", "# @name saturday"],
  ]),
  ask: ["sauna.http#saturday"],
  facts: [
    "GET /v1/reservations/2026-11-28 404",
    "GET /v1/reservations/2026-11-27 200",
    "GET /v1/towels 200",
    "GET /openapi.json 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "saunas/offers/reservations.py", text: '@router.get("/{day}")' },
      { file: "saunas/offers/reservations.py", text: "def of_day(" },
    ],
  },
};

const outsideTheSchema: Scenario = {
  ...saunas,
  name: "day-that-the-description-leaves-out",
  files: edit(saunas.files, [
    ["houses/harbour.ini", "reservations = no", "reservations = yes"],
    ["saunas/offers/reservations.py", '@router.get("/{day}")', '@router.get("/{day}", include_in_schema=False)'],
    ["saunas/offers/reservations.py", 'HTTPException(404, "no reservations on this day")', "HTTPException(404)"],
    ["sauna.http", "/reservations/2026-11-27", "/reservations/2026-12-24"],
  ]),
  facts: [
    "GET /v1/reservations/2026-12-24 404",
    "GET /v1/reservations/2026-11-27 200",
    "GET /v1/reservations/none 404",
    "GET /openapi.json 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "saunas/offers/reservations.py", text: '@router.get("/{day}"' },
      { file: "saunas/offers/reservations.py", text: "def of_day(" },
    ],
  },
};

const rightHost: Scenario = {
  ...rental,
  name: "poles-nobody-rents",
  files: edit(rental.files, [
    ["http/till.http", "### boots\n# @name boots", "### poles\n# @name poles"],
    ["http/till.http", "/stock/boots\n", "/stock/poles\nHost: api.skirental.test\n"],
  ]),
  ask: ["http/till.http#poles"],
  facts: [
    "GET /stock/poles 404 | Host: api.skirental.test",
    "GET /stock/boots 200 | Host: api.skirental.test",
    "GET /stock/ 200 | Host: api.skirental.test",
    "GET /stock/poles 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "rental/tills.py", text: 'Route("/{kind}", stock)' },
      { file: "rental/tills.py", text: "async def stock(" },
    ],
  },
};

const longerPath: Scenario = {
  ...models,
  name: "model-nobody-uploaded",
  files: edit(models.files, [
    ["server/printables/routes.py", '"/models/{key}"', '"/models/{key:path}"'],
    ["printables.http", "spool-holder.stl\n", "filament-clip.stl\n"],
  ]),
  facts: [
    "GET /api/models/2026%2F11%2Ffilament-clip.stl 404",
    "GET /api/models/2026%2F11%2Fspool-holder.stl 200",
    "GET /api/models/benchy.stl 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "server/printables/routes.py", text: '@router.get("/models/{key:path}")' },
      { file: "server/printables/routes.py", text: "def read_model(" },
    ],
  },
};

const bothVersions: Scenario = {
  ...hives,
  name: "hive-that-no-version-knows",
  files: edit(hives.files, [
    ["apiary/settings.py", '"ALLOWED_VERSIONS": ["v2"]', '"ALLOWED_VERSIONS": ["v1", "v2"]'],
    ["requests/tablet.http", "/hives/H-07/", "/hives/H-09/"],
  ]),
  facts: [
    "GET /api/v1/hives/H-09/inspections/ 404",
    "GET /api/v2/hives/H-09/inspections/ 404",
    "GET /api/v1/hives/H-07/inspections/ 200",
    "GET /api/v1/hives/ 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "hives/views.py", text: "def inspections" },
      { file: "hives/urls.py", text: 'router.register("hives"' },
    ],
  },
};

const dotsAllowed: Scenario = {
  ...directory,
  name: "alumnus-nobody-remembers",
  files: edit(directory.files, [
    [
      "members/api.py",
      '    lookup_field = "login"\n',
      '    lookup_field = "login"\n    lookup_value_regex = "[a-z.]+"\n',
    ],
    ["directory.http", "/members/ines.duarte/", "/members/max.mercer/"],
  ]),
  facts: [
    "GET /api/members/max.mercer/ 404",
    "GET /api/members/ines.duarte/ 200",
    "GET /api/members/okoye/ 200",
    "GET /api/members/ 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "directory/urls.py", text: "router.register(" },
      { file: "members/api.py", text: "def retrieve(" },
    ],
  },
};

const bothRouters: Scenario = {
  ...house,
  name: "lending-nobody-wrote-down",
  files: edit(house.files, [
    [
      "house/urls.py",
      "router.registry.extend(stock_router.registry)\n",
      "for part in (stock_router, lending_router):\n    router.registry.extend(part.registry)\n",
    ],
    ["props.http", "/api/lendings/", "/api/lendings/7/"],
  ]),
  facts: ["GET /api/lendings/7/ 404", "GET /api/lendings/1/ 200", "GET /api/lendings/ 200", "GET /api/items/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "lending/urls.py", text: 'router.register("lendings"' },
      { file: "lending/views.py", text: "def retrieve(" },
    ],
  },
};

/** Records that nobody has, in workspaces where something else looks more likely. */
export const honestMisses: readonly Scenario[] = [
  plainAnswers,
  outsideTheSchema,
  rightHost,
  longerPath,
  bothVersions,
  dotsAllowed,
  bothRouters,
];
