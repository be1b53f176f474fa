import type { Scenario } from "../../scenario.ts";

const film: Scenario = {
  name: "subtitles-of-a-film",
  files: {
    "README.md":
      "# Subtitles\n\nThe player asks with HEAD first whether there is a file for the language, and only then loads it.\n",
    "requirements.txt": "fastapi\nuvicorn\n",
    "main.py": `import os

import uvicorn

from subtitles.api import app

uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "subtitles/__init__.py": "",
    "subtitles/api.py": `from pathlib import Path

from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse

FOLDER = Path(__file__).resolve().parent.parent / "films"
app = FastAPI(title="Subtitles")


@app.get("/films/{film}/{language}.vtt", response_class=FileResponse)
def subtitle(film: str, language: str):
    file = FOLDER / film / f"{language}.vtt"
    if not file.is_file():
        raise HTTPException(404, "no subtitles in this language")
    return FileResponse(file, media_type="text/vtt")
`,
    "films/kes/en.vtt": "WEBVTT\n\n00:12.000 --> 00:14.000\nMorning.\n",
    "films/kes/da.vtt": "WEBVTT\n\n00:12.000 --> 00:14.000\nGodmorgen.\n",
    "player/languages.js": `export async function available(film, languages) {
  const asked = await Promise.all(
    languages.map(async (language) => (await fetch(\`/films/\${film}/\${language}.vtt\`, { method: "HEAD" })).ok),
  );
  return languages.filter((_, index) => asked[index]);
}
`,
    "player.http": `@films = http://localhost:PORT_OF_api/films

### English
GET {{films}}/kes/en.vtt

### is there Danish?
# @name danish
HEAD {{films}}/kes/da.vtt
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["player.http#danish"],
  facts: [
    "GET /films/kes/en.vtt 200",
    "GET /films/kes/da.vtt 200",
    "HEAD /films/kes/da.vtt 405",
    "GET /films/kes/fi.vtt 404",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["head-not-routed"],
    links: [
      { file: "subtitles/api.py", text: '@app.get("/films/{film}/{language}.vtt"' },
      { file: "subtitles/api.py", text: "def subtitle(" },
      { file: "player/languages.js", text: 'method: "HEAD"' },
    ],
    fixes: [{ method: "GET", url: "/films/kes/da.vtt" }, { kind: "edit-route" }],
  },
};

/** Subtitles of films. */
export const subtitles: readonly Scenario[] = [film];
