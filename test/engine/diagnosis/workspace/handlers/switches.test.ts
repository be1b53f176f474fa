import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readSwitches } from "../../../../../src/engine/diagnosis/workspace/handlers/switches.ts";
import { findSetSwitch } from "../../../../../src/engine/diagnosis/workspace/handlers/switchState.ts";
import { filesOf } from "../../workspaceDiagnosis.ts";

describe("a switch in a line of code", () => {
  const lines: readonly (readonly [line: string, asked: string | null])[] = [
    ['if (isOn("beams")) {', "beams on"],
    ['if features["harbour"]["beams"]:', "harbour.beams on"],
    ["if (settings.beams) {", "beams on"],
    ['if app.config.get("BEAMS", False):', "BEAMS on"],
    ["if (!flags.beams) return;", "beams off"],
    ["if not settings.BEAMS:", "BEAMS off"],
    ['if (process.env.BEAMS !== "off")', "BEAMS on"],
    ['if os.getenv("BEAMS_ON") != "1":', "BEAMS_ON off"],
    ["if (switches.beams?.on)", "beams on"],
    ["if (!(await flags.isEnabled('beams')))", "beams off"],
    ['if flag_is_active(request, "beams"):', "beams on"],
    ["if Feature.enabled?(:beams)", "beams on"],
    ["if BEAMS_ENABLED:", "BEAMS_ENABLED on"],
    ["if (!lamp) return;", null],
    ["if (config.beams.includes(lamp))", null],
    ["if (!config.beams[req.params.lamp])", null],
    ["settings.get(lamp)", null],
    ['app.on("beams", show)', null],
    ['readFileSync("config/flags.json")', null],
    ["lamps.find((one) => one.enabled)", null],
    [`if (isOn("beams")) ${" ".repeat(5000)}`, null],
  ];
  for (const [line, asked] of lines) {
    it(line.trim(), () => {
      const [found] = readSwitches(line);
      assert.equal(found ? `${found.keys.join(".")} ${found.holdsWhen}` : null, asked);
    });
  }
});

describe("the line that sets a switch", () => {
  const set: readonly (readonly [
    files: Readonly<Record<string, string>>,
    keys: readonly string[],
    said: string | null,
  ])[] = [
    [{ ".env": "FEATURE_BEAMS=off\n" }, ["FEATURE_BEAMS"], ".env:1 off"],
    [{ "flags.json": '{ "beams": { "since": "2026", "on": true } }' }, ["beams"], "flags.json:1 on"],
    [{ "flags.yaml": "lamps:\n  enabled: true\nbeams:\n  enabled: false\n" }, ["beams"], "flags.yaml:3 off"],
    [{ "flags.toml": "[flags.beams]\nenabled = false\n" }, ["beams"], "flags.toml:1 off"],
    [{ ".env": "APP_BEAMS_ON=0\n", "config.py": "beams_on: bool = True\n" }, ["beams_on"], ".env:1 off"],
    [{ ".env.example": "BEAMS=on\n", "flags.ini": "BEAMS = no\n" }, ["BEAMS"], "flags.ini:1 off"],
    [
      { "settings.js": 'export const settings = { beams: on("ENABLE_BEAMS") };\n', ".env": "ENABLE_BEAMS=1\n" },
      ["beams"],
      ".env:1 on",
    ],
    [{ "a.json": '{ "beams": true }', "b.json": '{ "beams": false }' }, ["beams"], "b.json:1 off"],
    [{ "flags.json": '{ "beams": "sometimes" }', "# b.yaml": "# beams: off\n" }, ["beams"], null],
    [{ "data/lamps.json": '{ "beams": false }', "test/flags.json": '{ "beams": false }' }, ["beams"], null],
    [{ "lamp.js": "draw({ beams: false });\n" }, ["beams"], null],
  ];
  for (const [files, keys, said] of set) {
    it(JSON.stringify(files), async () => {
      const found = await findSetSwitch({ keys, holdsWhen: "on" }, filesOf(files));
      assert.equal(found && `${found.location.file}:${found.location.line} ${found.state}`, said);
    });
  }
});
