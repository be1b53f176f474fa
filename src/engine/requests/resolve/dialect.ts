/** The tools whose rules a person may choose where they differ; `auto` takes the reading that most of them share. */
export const dialects = ["auto", "rest-client", "jetbrains", "httpyac", "visual-studio"] as const;

/** One of `dialects`. */
export type Dialect = (typeof dialects)[number];
