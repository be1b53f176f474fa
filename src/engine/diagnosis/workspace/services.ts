import type { Files } from "../../ports.ts";

const manifest =
  /^(.+)\/(?:package\.json|pyproject\.toml|requirements\.txt|Pipfile|setup\.py|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|Cargo\.toml|Gemfile|composer\.json|Dockerfile)$/;
const apart = /(?:^|\/)(?:node_modules|dist|build|vendor|\.\w+)\//;

/** The folders of the workspace that have a manifest or Dockerfile of their own, each a program by itself; the root is none. */
export async function listServices(files: Files): Promise<readonly string[]> {
  const folders = (await files.list()).flatMap(({ file }) =>
    apart.test(file) ? [] : (manifest.exec(file)?.[1] ?? []),
  );
  return [...new Set(folders)];
}

/** The innermost of the folders that holds a file; null where it stands in none. */
export function serviceOf(services: readonly string[], file: string): string | null {
  const holding = services.filter((folder) => file.startsWith(`${folder}/`));
  return holding.toSorted((one, other) => other.length - one.length)[0] ?? null;
}
