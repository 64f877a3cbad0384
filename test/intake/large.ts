import { type Store } from "../../src/store/store";

/** How many observations a large submission has. */
export const rows = 1500;

/** A submission large enough to be killed in the middle: fine dust of a city, day by day. */
export function largeOf<Source>(source: Source, subject: string) {
  const day = (i: number) => new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10);
  const observations = Array.from({ length: rows }, (_, i) => {
    return { subject, indicator: "pm25-annual-mean", period: day(i), value: i % 100 };
  });
  return { source, observations };
}

/** What is kept of a source, and whether revisions are numbered without gaps. */
export interface Kept {
  readonly claims: number;
  readonly changes: number;
  readonly revisions: number;
  readonly observations: number;
  readonly inOrder: boolean;
}

/** Looks at what is kept of a source, once nobody is recording any more. */
export async function keptOfSource({ source: store }: Store, slug: string): Promise<Kept> {
  const runner = store.createQueryRunner();
  await runner.query("select pg_advisory_lock(20260101)");
  const [kept] = await runner.query(
    `select (select count(*)::int from claims where source = $1) as claims,
      (select count(*)::int from changes where source_slug = $1) as changes,
      (select count(*)::int from revisions where source = $1) as revisions,
      (select count(*)::int from claims c join observations o on 'Observation:' || o.id = c.fact where c.source = $1) as observations,
      (select max(number) = count(*) from revisions) as "inOrder"`,
    [slug],
  );
  await runner.query("select pg_advisory_unlock(20260101)");
  await runner.release();
  return kept as Kept;
}

/** What is kept of a large submission that was not recorded, and of one that was. */
export const nothing: Kept = { claims: 0, changes: 0, revisions: 0, observations: 0, inOrder: true };
export const everything: Kept = {
  claims: rows + 1,
  changes: rows + 1,
  revisions: 1,
  observations: rows,
  inOrder: true,
};
