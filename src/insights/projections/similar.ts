import { type Point, type Tried, type Trying } from "../../forecast";
import { type Asking } from "../../graph/reckoned";
import { readAsOf } from "../read/as-of";
import { type Observed, observedOf, seriesOf } from "../series/series";
import { measureOf, type ProjectedIndicator } from "./measure";
import { methodOf, type ProjectionInput } from "./question";

/** Fewer values than this cannot tell how far a method errs on them. */
const few = 20;

/** Series are told from by others of at least so many values; so many rows and series are looked at. */
const enough = { values: 8, rows: 2_000, series: 30 } as const;

interface Page {
  readonly observations: {
    readonly nodes: readonly Observed[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/**
 * How the method did on series of the same indicator for other subjects, by whose errors a short series is widened; none
 * where it is long enough to tell by itself. For one revision they are tried once, whoever asks.
 *
 * @param known how many values are known of the one that is projected
 * @throws GraphQLError OVERLOADED when too much waits already
 */
export async function similarTo(
  { remember }: Pick<Asking, "remember">,
  { subject, until, asOf, horizon, method }: ProjectionInput,
  indicator: ProjectedIndicator,
  known: number,
): Promise<Tried[]> {
  if (known >= few) return [];
  const key = `similar ${JSON.stringify([indicator.slug, asOf ?? null, until ?? null, horizon, method ?? null])}`;
  const trying = { horizon, measure: measureOf(indicator), ...(method != null && { method: methodOf(method) }) };
  const bySubject = await remember(key, (own) => triedBySubject(own, { indicator, until, asOf, trying }));
  return [...bySubject]
    .filter(([id]) => id !== subject)
    .map(([, found]) => found)
    .slice(0, enough.series);
}

interface Similar {
  readonly until: ProjectionInput["until"];
  readonly asOf: ProjectionInput["asOf"];
  readonly indicator: ProjectedIndicator;
  readonly trying: Trying;
}

/** Of one series more than are needed, since each leaves itself out. */
async function triedBySubject(
  asking: Asking,
  { indicator, until, asOf, trying }: Similar,
): Promise<Map<string, Tried>> {
  const bySubject = await readBySubject(readAsOf(asking, asOf), indicator.slug);
  const long = [...bySubject]
    .map(([id, rows]) => ({ id, points: pointsOf(rows, until) }))
    .filter(({ points }) => points.length >= enough.values)
    .slice(0, enough.series + 1);
  if (long.length === 0) return new Map();
  const found = await asking.work<Tried[]>("tries", { series: long.map(({ points }) => points), trying });
  return new Map(long.map(({ id }, i) => [id, found[i]!]));
}

const pointsOf = (rows: readonly Observed[], until: number | null | undefined): Point[] =>
  seriesOf(rows, until ?? undefined).years.map(({ year, value }) => ({ at: year, value }));

async function readBySubject(past: Pick<Asking, "read">, indicator: string): Promise<Map<string, Observed[]>> {
  const bySubject = new Map<string, Observed[]>();
  for (const row of await rowsOf(past, indicator)) {
    const [subject] = observedOf(row.id);
    const rows = bySubject.get(subject);
    if (rows) rows.push(row);
    else bySubject.set(subject, [row]);
  }
  return bySubject;
}

async function rowsOf({ read }: Pick<Asking, "read">, indicator: string) {
  const rows: Page["observations"]["nodes"][number][] = [];
  for (let after: string | null = null, more = true; more && rows.length < enough.rows; ) {
    const { observations }: Page = await read<Page>(query, { indicator, after });
    rows.push(...observations.nodes);
    more = observations.pageInfo.hasNextPage;
    after = observations.pageInfo.endCursor;
  }
  return rows;
}

// By what recorded them, and then by id, the series of one subject stand together and are whole.
const query = `query ($indicator: Slug!, $after: String) {
  observations(first: 500, after: $after, where: { indicator: { slug: { eq: $indicator } } }, orderBy: [{ field: RECORDED_IN }]) {
    nodes { id period value status qualifier } pageInfo { hasNextPage endCursor }
  }
}`;
