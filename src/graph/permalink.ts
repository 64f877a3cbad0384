/**
 * The path of a row on every installation, from its global id: `City:shanghai-cn` lies at `/city/shanghai-cn`, one rule
 * for things and facts. Its first word is the root field that answers the row.
 */
export function pathOf(globalId: string): string {
  const end = globalId.indexOf(":");
  const type = globalId.slice(0, end);
  return `/${type[0]!.toLowerCase()}${type.slice(1)}/${encodeURI(globalId.slice(end + 1)).replace(/[?#]/g, encodeURIComponent)}`;
}

/** The address of a row at a base such as `https://citegraph.example`; with a revision, of the row as it was then. */
export function permalink(base: string, globalId: string, revision?: number): string {
  return `${base}${pathOf(globalId)}${revision === undefined ? "" : `?revision=${revision}`}`;
}
