import { type Point } from "../../forecast";
import { type Asking } from "../../graph/reckoned";
import { readAsOf } from "../read/as-of";
import { type Observed, seriesOf } from "../series/series";
import { type ProjectionInput } from "./question";

/** Fewer values than this cannot tell how far a method errs on them. */
const few = 20;

/** Series are told from by others of at least so many values; so many rows and series are looked at. */
const enough = { values: 8, rows: 2_000, series: 30 } as const;

interface Page {
  readonly observations: {
    readonly nodes: readonly (Observed & { readonly subject: { readonly id: string } })[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/**
 * Series of the same indicator for other subjects, by whose errors a short series is widened; none where it is long enough
 * to tell by itself.
 *
 * @param known how many values are known of the one that is projected
 */
export async function similarTo(
  asking: Pick<Asking, "remember">,
  { indicator, subject, until, asOf }: Pick<ProjectionInput, "indicator" | "subject" | "until" | "asOf">,
  known: number,
): Promise<Point[][]> {
  if (known >= few) return [];
  const key = `similar series of ${indicator} at ${JSON.stringify(asOf ?? null)}`;
  const bySubject = await asking.remember(key, (own) => readBySubject(readAsOf(own, asOf), indicator));
  return [...bySubject]
    .filter(([id]) => id !== subject)
    .map(([, rows]) => seriesOf(rows, until ?? undefined).years.map(({ year, value }) => ({ at: year, value })))
    .filter((points) => points.length >= enough.values)
    .slice(0, enough.series);
}

async function readBySubject(past: Pick<Asking, "read">, indicator: string): Promise<Map<string, Observed[]>> {
  const bySubject = new Map<string, Observed[]>();
  for (const row of await rowsOf(past, indicator)) {
    const rows = bySubject.get(row.subject.id);
    if (rows) rows.push(row);
    else bySubject.set(row.subject.id, [row]);
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
    nodes { id period value status qualifier subject { id } } pageInfo { hasNextPage endCursor }
  }
}`;
