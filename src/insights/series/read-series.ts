import { type Asking } from "../../graph/reckoned";
import { type Observed } from "./series";

/** A series by its subject and indicator. */
export interface Wanted {
  /** The global id of the subject. */
  readonly subject: string;
  /** The slug of the indicator. */
  readonly indicator: string;
}

type Read = Asking["read"];

interface Batch {
  readonly wanted: Map<string, Wanted>;
  readonly found: Promise<ReadonlyMap<string, readonly Observed[]>>;
}

const batches = new WeakMap<Read, Batch>();

/** How many series one query reads, and how many values of each: the latest. */
const most = { series: 20, values: 500 } as const;

/**
 * The preferred observations of an indicator for a subject, the latest first, at most 500. All that is wanted for one answer
 * at one moment is read together, so that a list of rows does not ask row by row.
 */
export async function readSeries({ read }: Pick<Asking, "read">, wanted: Wanted): Promise<readonly Observed[]> {
  const key = keyOf(wanted);
  const batch = batches.get(read) ?? begin(read);
  batch.wanted.set(key, wanted);
  return (await batch.found).get(key) ?? [];
}

const keyOf = ({ subject, indicator }: Wanted): string => `${subject} ${indicator}`;

function begin(read: Read): Batch {
  const wanted = new Map<string, Wanted>();
  const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
    batches.delete(read);
    return readAll(read, [...wanted.values()]);
  });
  const batch = { wanted, found };
  batches.set(read, batch);
  return batch;
}

interface Page {
  readonly observations?: { readonly nodes: readonly Observed[] };
}

async function readAll(read: Read, wanted: readonly Wanted[]): Promise<Map<string, readonly Observed[]>> {
  const found = new Map<string, readonly Observed[]>();
  for (let from = 0; from < wanted.length; from += most.series) {
    const some = wanted.slice(from, from + most.series);
    const pages = await read<Record<string, Page | null>>(queryFor(some.length), variablesOf(some));
    for (const [i, one] of some.entries()) found.set(keyOf(one), pages[`s${i}`]?.observations?.nodes ?? []);
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

function queryFor(count: number): string {
  const each = Array.from({ length: count }, (_, i) => i);
  return `query (${each.map((i) => `$subject${i}: ID! $indicator${i}: Slug!`).join(" ")}) {
    ${each.map((i) => `s${i}: node(id: $subject${i}) { ... on Subject { observations(first: ${most.values}, where: { indicator: { slug: { eq: $indicator${i} } } }, orderBy: [{ field: PERIOD, direction: DESC }]) { nodes { id period value status qualifier } } } }`).join("\n")}
  }`;
}
