import { isMoment, isPartialDate } from "./date";

/** The time that `?asOf=` asks for: a number is that of a revision, a day or moment a date; anything else is neither. */
export function timeAsked(asOf: string): { readonly name: "revision" | "date" | "asOf"; readonly value: string } {
  const isDate = isPartialDate(asOf) || isMoment(asOf);
  // A year has the form of a number, and a number is that of a revision.
  return { name: /^\d+$/.test(asOf) ? "revision" : isDate ? "date" : "asOf", value: asOf };
}

/** What `?asOf=` expects. */
export const expectedTime =
  "the number of a revision, a day such as 2026-12-01, or a moment such as 2026-12-01T09:30:00Z";
