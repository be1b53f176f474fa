/** The day of a time (in ms since 1970) as people write it in data, `2026-11-23`, in UTC; empty where no time is known. */
export function dayOf(time: number | null): string {
  return time === null ? "" : new Date(time).toISOString().slice(0, 10);
}
