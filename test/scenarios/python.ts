import { spawnSync } from "node:child_process";

const found = new Map<string, string | null>();

/** The first Python interpreter that has the module (a distribution's own may have what another lacks), or null. */
export function findPython(module: string): string | null {
  const known = found.get(module);
  if (known !== undefined) {
    return known;
  }
  const candidates = [process.env["PYTHON"] ?? "python3", "/usr/bin/python3"];
  const command = candidates.find(
    (python) => spawnSync(python, ["-c", `import ${module}`], { stdio: "ignore" }).status === 0,
  );
  found.set(module, command ?? null);
  return command ?? null;
}
