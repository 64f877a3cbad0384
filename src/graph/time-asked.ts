/** The time that `?asOf=` asks for: a number is that of a revision, anything else a date. */
export function timeAsked(asOf: string): { readonly name: "revision" | "date"; readonly value: string } {
  return { name: /^\d+$/.test(asOf) ? "revision" : "date", value: asOf };
}
