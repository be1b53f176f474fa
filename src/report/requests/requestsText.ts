import { alignColumns, hang, type TextView } from "../terminalText.ts";
import type { RequestsDocument } from "./requestsJson.ts";

/** The requests of files as a list for a terminal, each with the line to name it by, and what is wrong with them; it ends with a line feed. */
export function requestsText(document: RequestsDocument, { paint, width }: TextView): string {
  const lines = document.files.flatMap(({ file, requests, problems }) => {
    const rows = alignColumns(
      requests.map((request) => [`${file}:${request.line}`, request.method, request.url, request.name ?? ""]),
    );
    return [
      paint.strong(`${file}: ${requests.length === 1 ? "1 request" : `${requests.length} requests`}`),
      ...rows.map((cells) => `  ${cells.join("  ")}`.trimEnd()),
      ...problems.map(({ line, message }) => {
        const lead = `  ${file}:${line}: `;
        return paint.warn(hang(lead, message, width));
      }),
    ];
  });
  return `${lines.join("\n")}\n`;
}
