import { kemeny, pairwise, publisherWeights, type RankList } from "../../src/scoring";
import { type Store } from "../../src/store/store";
import { shown } from "../table";
import { processorSeconds } from "./processor";

interface Row {
  readonly edition: string;
  readonly publisher: string;
  readonly city: string;
  readonly rank: number;
}

/** The effort that a consensus in the graph may take. */
const effort = 5e8;

/** Kemeny over every list that ships, of the cities on two lists or more. */
export async function measureRealLists({ pool }: Store, tell: (message: string) => void): Promise<string[][]> {
  const { rows } = await pool.query<Row>(`
    select p.edition, r.publisher, p.city, p.rank
    from placements p join ranking_editions e on e.id = p.edition join rankings r on r.id = e.ranking
    where p.rank is not null order by p.edition, p.rank`);
  const { lists, publishers, cities } = listsOf(rows);
  tell(`${lists.length} lists of ${new Set(publishers).size} publishers, ${cities} cities.`);
  const counted = pairwise(lists, { weights: publisherWeights(publishers) });
  let gap = Number.NaN;
  const seconds = processorSeconds(1, () => {
    gap = kemeny(counted, { effort }).gap;
  });
  return [
    [`Kemeny, the ${lists.length} lists that ship, ${cities} cities`, `${shown(seconds)} s`, "5 s"],
    ["the same: proven gap", `${shown(gap * 100)} %`, "5 %"],
  ];
}

function listsOf(rows: readonly Row[]) {
  const counts = new Map<string, number>();
  for (const { city } of rows) counts.set(city, (counts.get(city) ?? 0) + 1);
  const cities = [...counts].filter(([, count]) => count > 1).map(([city]) => city);
  const places = new Map(cities.map((city, place) => [city, place]));
  const byEdition = new Map<string, { publisher: string; list: (number | null)[] }>();
  for (const { edition, publisher, city, rank } of rows) {
    const known = byEdition.get(edition) ?? { publisher, list: new Array<number | null>(cities.length).fill(null) };
    byEdition.set(edition, known);
    const place = places.get(city);
    if (place !== undefined) known.list[place] = rank;
  }
  const editions = [...byEdition.values()];
  const lists: RankList[] = editions.map(({ list }) => list);
  return { lists, publishers: editions.map(({ publisher }) => publisher), cities: cities.length };
}
