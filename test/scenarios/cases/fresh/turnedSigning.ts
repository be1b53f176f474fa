import type { Scenario } from "../../scenario.ts";
import { property } from "./property.ts";
import { signing } from "./signing.ts";
import { turnsOf } from "./turn.ts";

const vary = turnsOf([...signing, ...property]);

/** Papers, templates and houses, one thing turned in each. */
export const turnedSigning: readonly Scenario[] = [
  vary(
    "paper-to-be-signed",
    "turned-paper-404-first",
    {
      "src/documents/store.js": `const rows = [
  { id: "d-3391", title: "Lease", folder: "f1" },
  { id: "d-3402", title: "Severance", folder: "f2" },
];
const members = { f1: ["sandra@acme.example", "li@acme.example"], f2: ["li@acme.example"] };
const mayRead = (email, row) => members[row.folder].includes(email);

export const inbox = (email) => rows.filter((row) => mayRead(email, row));
export function findDocument(id, email) {
  const row = rows.find((one) => one.id === id);
  return row && mayRead(email, row) ? row : null;
}
`,
    },
    {
      truth: {
        links: [
          { file: "src/documents/store.js", text: "const mayRead" },
          { file: "src/documents/store.js", text: "row && mayRead" },
        ],
      },
    },
  ),
  vary(
    "paper-to-be-signed",
    "turned-paper-alone",
    {
      "http/http-client.env.json": '{ "sandra": { "api": "http://localhost:PORT_OF_api/v1" } }\n',
      "http/http-client.private.env.json": '{ "sandra": { "token": "tk-5f1c0e77b2" } }\n',
    },
    {
      truth: {
        kinds: ["masked-resource", "unknown-id"],
        links: [
          { file: "src/documents/store.js", text: "const takesPart" },
          { file: "src/documents/store.js", text: "export const findDocument" },
        ],
      },
    },
  ),
  vary(
    "template-of-a-contract",
    "turned-template-redirects",
    {
      "data/templates.json": `[
  { "id": 11, "slug": "mutual-nda", "title": "Mutual NDA" },
  { "id": 12, "slug": "freelance", "title": "Freelance agreement" }
]
`,
      "data/redirects.json": `{ "/templates/nda-2023-final-v2": "/templates/mutual-nda" }
`,
    },
    {
      truth: {
        links: [
          { file: "data/redirects.json", text: "mutual-nda" },
          { file: "crm/sendNda.mjs", text: "nda-2023-final-v2" },
          { file: "server.mjs", text: '"/v1/templates/:slug"' },
        ],
      },
    },
  ),
  vary(
    "template-of-a-contract",
    "turned-template-history",
    {
      "data/templates.json": `[
  { "id": 11, "slug": "mutual-nda", "title": "Mutual NDA" },
  { "id": 12, "slug": "freelance", "title": "Freelance agreement" }
]
`,
    },
    {
      history: [
        {
          message: "Templates",
          files: {
            "data/templates.json": `[
  { "id": 11, "slug": "nda-2023-final-v2", "title": "NDA 2023 FINAL v2" },
  { "id": 12, "slug": "freelance", "title": "Freelance agreement" }
]
`,
          },
        },
      ],
      truth: {
        links: [
          { file: "crm/sendNda.mjs", text: "nda-2023-final-v2" },
          { file: "server.mjs", text: '"/v1/templates/:slug"' },
          { file: "data/templates.json", text: "mutual-nda" },
        ],
      },
    },
  ),
  vary(
    "template-of-a-contract",
    "turned-alias-code",
    {
      "data/templates.json": `[
  { "id": 11, "slug": "mutual-nda", "title": "Mutual NDA" },
  { "id": 12, "slug": "freelance", "title": "Freelance agreement" }
]
`,
      "web/oldNames.mjs": `/** Names that stand in mails we sent before 3.4.0; the site maps them, the API does not. */
export const oldNames = new Map([
  ["nda-2023-final-v2", "mutual-nda"],
  ["freelance-de", "freelance"],
]);
`,
    },
    {
      truth: {
        links: [
          { file: "web/oldNames.mjs", text: "nda-2023-final-v2" },
          { file: "crm/sendNda.mjs", text: "nda-2023-final-v2" },
          { file: "server.mjs", text: '"/v1/templates/:slug"' },
        ],
      },
    },
  ),
  vary(
    "paper-to-be-signed",
    "turned-owner-where",
    {
      "src/documents/store.js": `const documents = [
  { id: "d-3391", title: "Lease", parties: ["sandra@acme.example", "li@acme.example"] },
  { id: "d-3402", title: "Severance", parties: ["li@acme.example"] },
];

export const inbox = (email) => documents.filter((document) => document.parties.includes(email));

export function findDocument(id, email) {
  return documents.find((document) => document.id === id && document.parties.includes(email));
}
`,
      "http/http-client.env.json": '{ "sandra": { "api": "http://localhost:PORT_OF_api/v1" } }\n',
      "http/http-client.private.env.json": '{ "sandra": { "token": "tk-5f1c0e77b2" } }\n',
    },
    {
      truth: {
        links: [
          { file: "src/documents/store.js", text: "document.id === id" },
          { file: "src/documents/store.js", text: "d-3402" },
        ],
      },
    },
  ),
  vary(
    "listing-in-the-window",
    "turned-doubled-client",
    { "rest/listings.http": [["{{host}}/api/v1/listings/{{ref}}", "{{host}}/v1/listings/{{ref}}"]] },
    { facts: ["GET /api/v1/listings/B-201 200", "GET /api/v1/v1/listings/B-201 404"] },
  ),
  vary(
    "address-of-a-house",
    "turned-redirect-302",
    { "src/moved.js": [["redirect(301, ", "redirect("]] },
    { facts: ["GET /market/v2/houses 200", "GET /market/v2/objects/h-1193 302", "GET /houses/h-1193 404"] },
  ),
];
