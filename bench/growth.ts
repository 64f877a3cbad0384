import { type Store } from "../src/store/store";
import { shotOf } from "./beside/citegraph";
import { addCities } from "./beside/cities";
import { type scales } from "./beside/database";
import { ask, type Round } from "./beside/measure";
import { addObservations } from "./beside/observations";
import { questions } from "./beside/questions";
import { median } from "./median";
import { shown } from "./table";

/** How much there is at a step. */
export interface Size {
  readonly cities: number;
  readonly observations: number;
}

/** How much there is at each step, by scale: first cities come, then observations of more of them. */
export const sizes: Readonly<Record<keyof typeof scales, Steps>> = {
  small: steps([400, 1_500, 3_000], 50_000),
  full: steps([1_000, 15_000, 140_000], 1_000_000),
};

/** The steps: of ever more cities, and the last, of ever more observations of as many cities. */
interface Steps {
  readonly cities: readonly [Size, ...Size[]];
  readonly observations: Size;
}

function steps([first, ...more]: readonly [number, ...number[]], observations: number): Steps {
  const sizeOf = (cities: number): Size => ({ cities, observations });
  const last = more.at(-1) ?? first;
  return {
    cities: [sizeOf(first), ...more.map(sizeOf)],
    observations: { cities: last, observations: 10 * observations },
  };
}

/** What is asked at every step alike, whatever has come since: things and texts that are there from the first. */
const given: Readonly<Record<string, string>> = {
  Q1: "select json_build_object('slug', id) as given from ranking_editions where id like 'bench-%' order by md5(id) limit 50",
  Q2: below(),
  Q3: `select json_build_object('text', text) as given
    from unnest('{san,new york,s,barc,smart,york,saint petersburg,münchen,zurich,lo,copenhagn,barcelna}'::text[]) text`,
  Q4: below(),
  Q5: "select json_build_object('slug', id) as given from (select id from cities order by prominence desc offset 100 limit 500) c order by md5(id) limit 50",
  Q6: "select json_build_object('indicator', id) as given from (select id from indicators where 'CITY' = any(subjects) order by id limit 25) i",
};

function below() {
  return "select json_build_object('most', prominence) as given from (select id, prominence from cities order by prominence desc offset 100 limit 500) c order by md5(id) limit 50";
}

/** Search as it is typed: a page, no total. */
const typed = {
  name: "Q3",
  about: "search, a page without a total",
  query:
    "query Q3($text: String!) { search(text: $text, kinds: [City], first: 10) { nodes { ... on City { slug name } } } }",
};

const rounds = 3;

/** The same questions while cities and observations grow; by processor time of server and Postgres, the machine's other work being none of it. */
export async function measureGrowth(
  store: Store,
  serve: () => Promise<Parameters<typeof ask>[0]>,
  steps: readonly Size[],
  tell: (message: string) => void,
): Promise<{ head: string[]; rows: string[][] }> {
  const asked = [...questions.slice(0, 3), typed, ...questions.slice(3)];
  const shots = new Map<object, ReturnType<typeof shotOf>[]>();
  for (const question of asked) {
    const { rows } = await store.pool.query<{ given: Record<string, unknown> }>(given[question.name]!);
    shots.set(
      question,
      rows.map((row) => shotOf(question, row.given)),
    );
  }
  const times = new Map<object, string[]>(asked.map((question) => [question, []]));
  const efforts = new Map<object, number[]>(asked.map((question) => [question, []]));
  const there: string[] = [];
  for (const size of steps) {
    tell(
      `Growing to ${size.cities.toLocaleString("en")} cities and ${size.observations.toLocaleString("en")} observations.`,
    );
    await addCities(store, size.cities);
    await addObservations(store, size.observations, tell);
    await store.source.query("vacuum analyze");
    const [is] = (await store.source.query(
      "select (select count(*)::int from cities) as cities, (select count(*)::int from observations) as observations",
    )) as [Size];
    there.push(`${is.cities.toLocaleString("en")} cities, ${shown(is.observations / 1e6)} million observations`);
    const server = await serve();
    try {
      for (const question of asked) {
        const came: Round[] = [];
        for (let round = 0; round <= rounds; round++) {
          const measured = await ask(server, store, shots.get(question)!, { connections: 4, seconds: 2 });
          if (round > 0) came.push(measured);
        }
        const effort = median(came.map(({ node, postgres }) => node + postgres));
        const postgres = median(came.map((round) => round.postgres));
        efforts.get(question)!.push(effort);
        times.get(question)!.push(`${effort.toFixed(2)} (${postgres.toFixed(2)})`);
        tell(
          `${question.name}, ${question.about}: ${effort.toFixed(2)} ms, ${postgres.toFixed(2)} of them in Postgres`,
        );
      }
    } finally {
      await server.stop();
    }
  }
  return {
    head: ["processor time of an answer (of it in Postgres), in ms", ...there, "last to first", "aim"],
    rows: asked.map((question) => {
      const effort = efforts.get(question)!;
      return [
        `${question.name}, ${question.about}`,
        ...times.get(question)!,
        (effort.at(-1)! / effort[0]!).toFixed(2),
        "1.5",
      ];
    }),
  };
}
