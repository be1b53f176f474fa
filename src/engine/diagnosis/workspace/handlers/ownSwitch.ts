import type { Location } from "../../../model/place.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";

/** The line that takes away what a framework serves by itself, its text, and the framework. */
export interface OwnSwitch {
  readonly framework: "FastAPI" | "Django";
  readonly location: Location;
  readonly text: string;
}

const switches: Readonly<Record<string, RegExp>> = {
  "/docs": /\b(?:docs_url|openapi_url)\s*=\s*(.+)/,
  "/docs/oauth2-redirect": /\b(?:docs_url|openapi_url|swagger_ui_oauth2_redirect_url)\s*=\s*(.+)/,
  "/redoc": /\b(?:redoc_url|openapi_url)\s*=\s*(.+)/,
  "/openapi.json": /\bopenapi_url\s*=\s*(.+)/,
};

/** What a framework serves at this path by itself and a line of the workspace takes away; null when there is no such line. */
export function findOwnSwitch(known: Known, texts: readonly Text[]): OwnSwitch | null {
  return findDescriptionSwitch(known, texts) ?? findDebugSwitch(known, texts);
}

/** Django's development server serves the files of `STATIC_URL` only while `DEBUG` is true (https://docs.djangoproject.com/en/stable/ref/contrib/staticfiles). */
function findDebugSwitch({ target }: Known, texts: readonly Text[]): OwnSwitch | null {
  for (const { file, text } of texts) {
    const [, url = ""] = /^[ \t]*(?:STATIC|MEDIA)_URL\s*=\s*["']\/?([\w./-]+?)\/?["']/m.exec(text) ?? [];
    if (url === "" || isTest(file) || !target.path.startsWith(`/${url}/`) || /whitenoise/i.test(text)) {
      continue;
    }
    const lines = text.split(/\r\n|\r|\n/);
    const index = lines.findIndex((line) =>
      /^\s*DEBUG\s*=\s*(?:False|.*(?:,\s*|default\s*=\s*)(?:False|["']?(?:0|false)["']?)\s*\))/i.test(line),
    );
    const line = lines[index];
    if (line !== undefined) {
      return {
        framework: "Django",
        location: { file, line: index + 1, column: line.search(/\S/) + 1 },
        text: line.trim(),
      };
    }
  }
  return null;
}

/**
 * The argument of `FastAPI(…)` by which the description that it serves by itself (https://fastapi.tiangolo.com/tutorial/metadata) is switched off, always or
 * under a condition; null for any other path, and where nothing of the kind is written.
 */
function findDescriptionSwitch({ target }: Known, texts: readonly Text[]): OwnSwitch | null {
  const shape = switches[target.path];
  for (const { file, text } of shape === undefined ? [] : texts) {
    if (!file.endsWith(".py") || isTest(file) || !/\bfastapi\b/i.test(text)) {
      continue;
    }
    const lines = text.split(/\r\n|\r|\n/);
    const index = lines.findIndex((line) => {
      const value = /^\s*#/.test(line) ? undefined : shape?.exec(line)?.[1];
      return value !== undefined && /\bNone\b|\bif\b/.test(value);
    });
    const line = lines[index];
    if (line !== undefined) {
      return {
        framework: "FastAPI",
        location: { file, line: index + 1, column: line.search(/\S/) + 1 },
        text: line.trim(),
      };
    }
  }
  return null;
}
