declare module "har-schema" {
  import type { AnySchema } from "ajv";

  const schemas: Readonly<Record<string, AnySchema>>;
  // biome-ignore lint/style/noDefaultExport: what the package exports is not ours to choose
  export default schemas;
}
