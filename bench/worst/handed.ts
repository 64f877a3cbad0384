/**
 * How many rows the statements of one operation hand over beyond those of its answer: what its calculated fields need of
 * rows that are not asked for, and what is read to reckon it. Rows are objects, but for the pages of lists, which are none.
 *
 * @param statements the data that each handed over, in their order: the first is that of the question itself
 */
export function handedBeyond(statements: readonly unknown[]): number {
  const [question, ...others] = statements;
  return others.reduce<number>(
    (sum, data) => sum + (isOfPlaces(data) ? neededIn(data) : Math.max(0, rowsIn(data) - 1)),
    neededIn(question),
  );
}

/** Whether a statement read the rows that stand in places of what was reckoned: those are rows of the answer. */
const isOfPlaces = (data: unknown): boolean =>
  typeof data === "object" && data !== null && Object.keys(data).every((key) => /^p\d+$/.test(key));

/** The rows within what calculated fields are handed; the row that they belong to is one of the answer. */
function neededIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  if ("@" in value && "row" in value) return Math.max(0, rowsIn(value.row) - 1);
  return Object.values(value).reduce<number>((sum, part) => sum + neededIn(part), 0);
}

/** The rows of what we ask for ourselves: its lists are under names that callers may change, but we do not. */
function rowsIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = Array.isArray(value) || isPage(value) ? 0 : 1;
  return Object.values(value).reduce<number>((sum, part) => sum + rowsIn(part), own);
}

const isPage = (value: object): boolean => "nodes" in value || "totalCount" in value;
