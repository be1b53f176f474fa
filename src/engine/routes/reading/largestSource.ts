/** Files above this size in bytes, and texts above it in characters, are not source that people write. */
export const LARGEST_SOURCE = 4_000_000;
