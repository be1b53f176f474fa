import type { Files } from "../../ports.ts";

/** The same files, listed once for whoever asks: what an investigation looks through stays as it was found. */
export function listOnce(files: Files): Files {
  let listed: ReturnType<Files["list"]> | undefined;
  return {
    read: (file) => files.read(file),
    list: () => {
      listed ??= files.list();
      return listed;
    },
  };
}
