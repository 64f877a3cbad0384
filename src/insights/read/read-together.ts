import { type Asking } from "../../graph/reckoned";

/** What rows hang on. */
export interface Wanted {
  /** The global id of the subject. */
  readonly subject: string;
  /** The slug of the indicator. */
  readonly indicator: string;
}

/** Which list of a subject is read, and how. */
export interface Listed {
  /** The list's field: `observations`. */
  readonly field: string;
  /** By what it is ordered, the latest first: `PERIOD`. */
  readonly latestBy: string;
  /** What is read of each row, as a selection. */
  readonly row: string;
  /** How many rows of each list at most. */
  readonly most: number;
}

type Read = Asking["read"];

interface Batch<Row> {
  readonly wanted: Map<string, Wanted>;
  readonly found: Promise<ReadonlyMap<string, readonly Row[]>>;
}

/** How many lists one query reads. */
const lists = 20;

/**
 * A reader of what is known of an indicator for a subject, the latest first. All that is wanted for one answer at one moment
 * is read together, so that a list of rows does not ask row by row.
 */
export function togetherOf<Row>(listed: Listed) {
  const batches = new WeakMap<Read, Batch<Row>>();
  const begin = (read: Read): Batch<Row> => {
    const wanted = new Map<string, Wanted>();
    const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      batches.delete(read);
      return readAll<Row>(listed, read, [...wanted.values()]);
    });
    const batch = { wanted, found };
    batches.set(read, batch);
    return batch;
  };
  return async ({ read }: Pick<Asking, "read">, wanted: Wanted): Promise<readonly Row[]> => {
    const key = keyOf(wanted);
    const batch = batches.get(read) ?? begin(read);
    batch.wanted.set(key, wanted);
    return (await batch.found).get(key) ?? [];
  };
}

const keyOf = ({ subject, indicator }: Wanted): string => `${subject} ${indicator}`;

type Page<Row> = { readonly rows?: { readonly nodes: readonly Row[] } };

async function readAll<Row>(listed: Listed, read: Read, wanted: readonly Wanted[]) {
  const found = new Map<string, readonly Row[]>();
  for (let from = 0; from < wanted.length; from += lists) {
    const some = wanted.slice(from, from + lists);
    const pages = await read<Record<string, Page<Row> | null>>(queryFor(listed, some.length), variablesOf(some));
    for (const [i, one] of some.entries()) found.set(keyOf(one), pages[`s${i}`]?.rows?.nodes ?? []);
  }
  return found;
}

const variablesOf = (wanted: readonly Wanted[]) =>
  Object.fromEntries(
    wanted.flatMap(({ subject, indicator }, i) => [
      [`subject${i}`, subject] as const,
      [`indicator${i}`, indicator] as const,
    ]),
  );

function queryFor({ field, latestBy, row, most }: Listed, count: number): string {
  const each = Array.from({ length: count }, (_, i) => i);
  return `query (${each.map((i) => `$subject${i}: ID! $indicator${i}: Slug!`).join(" ")}) {
    ${each.map((i) => `s${i}: node(id: $subject${i}) { ... on Subject { rows: ${field}(first: ${most}, where: { indicator: { slug: { eq: $indicator${i} } } }, orderBy: [{ field: ${latestBy}, direction: DESC }]) { nodes { ${row} } } } }`).join("\n")}
  }`;
}
