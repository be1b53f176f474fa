import type { Scenario } from "../../scenario.ts";

const enumState: Scenario = {
  name: "course-that-was-struck-off",
  files: {
    "package.json": `{ "name": "evening-school", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "src/index.ts": `import Router from "@koa/router";
import Koa from "koa";
import { CourseStore } from "./store.ts";

const store = new CourseStore();
const router = new Router({ prefix: "/courses" });

router.get("/", (ctx) => {
  ctx.body = store.visible();
});
router.get("/:code", (ctx) => {
  const course = store.byCode(ctx.params.code);
  ctx.assert(course, 404, "This course is not on offer");
  ctx.body = course;
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "src/store.ts": `import { type Course, courses, isOnOffer } from "./courses.ts";

export class CourseStore {
  visible(): Course[] {
    return courses.filter(isOnOffer);
  }

  byCode(code: string): Course | undefined {
    return this.visible().find((course) => course.code === code);
  }
}
`,
    "src/courses.ts": `export const Status = { Open: "open", Full: "full", Archived: "archived" } as const;
export type Status = (typeof Status)[keyof typeof Status];

export interface Course {
  code: string;
  title: string;
  status: Status;
}

export const courses: Course[] = [
  { code: "BOOK-1", title: "Bookbinding", status: Status.Open },
  { code: "WELD-2", title: "Welding", status: Status.Archived },
  { code: "SALSA-1", title: "Salsa", status: Status.Full },
];

export const isOnOffer = ({ status }: Course): boolean => status !== Status.Archived;
`,
    "courses.http": `@school = http://localhost:PORT_OF_api

### bookbinding
GET {{school}}/courses/BOOK-1

### welding
# @name welding
GET {{school}}/courses/WELD-2
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["courses.http#welding"],
  facts: ["GET /courses 200", "GET /courses/BOOK-1 200", "GET /courses/SALSA-1 200", "GET /courses/WELD-2 404"],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "src/courses.ts", text: "WELD-2" },
      { file: "src/courses.ts", text: "status !== Status.Archived" },
      { file: "src/store.ts", text: "filter(isOnOffer)" },
      { file: "src/index.ts", text: '"/:code"' },
    ],
  },
};

/** Evening schools: a predicate that is handed on by its name. */
export const eveningSchools: readonly Scenario[] = [enumState];
