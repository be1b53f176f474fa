/**
 * What programs write in the place of an identifier: `1042.0`, as a column of whole numbers with a gap in it is written, for 1042. Null for
 * what is no such number.
 */
export function readWholeNumber(text: string): string | null {
  return /^(\d+)\.0+$/.exec(text)?.[1] ?? null;
}

/**
 * Whether a listed date (`2031-02-05`, ISO 8601) is the day that another notation says: `05.02.2031` has its day first, `2/5/2031` may have it first
 * or second.
 */
export function isSameDay(listed: string, asked: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(listed) ?? [];
  const [, first = "", separator = "", second = "", last = ""] =
    /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(asked) ?? [];
  const isOf = (one: string, other: string) => Number(one) === Number(day) && Number(other) === Number(month);
  return year !== "" && last === year && (isOf(first, second) || (separator !== "." && isOf(second, first)));
}

/** Whether a listed number of many digits is one that `9.7802E+12`, the notation of a spreadsheet, may have been. */
export function isShortened(listed: string, asked: string): boolean {
  const [, first = "", digits = "", exponent = ""] = /^(\d)[.,](\d{1,14})e\+?(\d{1,2})$/i.exec(asked) ?? [];
  const isLong = /^[1-9]\d{7,19}$/.test(listed) && listed.length === Number(exponent) + 1;
  return first !== "" && isLong && Number(listed).toExponential(digits.length) === `${first}.${digits}e+${exponent}`;
}
