import { model, schema } from "../src/app";
import { catalogueOf } from "../src/pages/catalogue";
import { type Statement } from "../src/store/one-row";
import { createReadPool } from "../src/store/read-pool";
import { createRun } from "../src/store/run";
import { median } from "./median";
import { readerOver } from "./reader";
import { shown } from "./table";

/** Pages whose operation is measured, with what is aimed at; in milliseconds within Postgres. */
const pages = [
  { path: "city/shanghai-cn", type: "City", slug: "shanghai-cn", aim: "15 ms" },
  { path: "awardEdition/wsca-2020", type: "AwardEdition", slug: "wsca-2020", aim: "" },
  {
    path: "rankingEdition/imd-smart-city-index-2024",
    type: "RankingEdition",
    slug: "imd-smart-city-index-2024",
    aim: "",
  },
];

const rounds = 50;

/** The time that Postgres takes over the one statement of a page, prepared, on a connection like any other's. */
export async function measurePages(databaseUrl: string, tell: (message: string) => void) {
  tell(`Running the statements of ${pages.length} pages, ${rounds} times each.`);
  const pool = createReadPool(databaseUrl, 1, tell);
  const catalogue = catalogueOf(schema, model);
  try {
    const rows = [];
    for (const { path, type, slug, aim } of pages) {
      const statements: Statement[] = [];
      const read = createRun(pool);
      const run = (statement: Statement) => {
        statements.push(statement);
        return read(statement);
      };
      const answer = readerOver(run);
      const document = catalogue.get(path.split("/")[0]!)!.documents.now;
      const { errors } = await answer({ document, variables: { slug, id: `${type}:${slug}` } });
      if (errors || statements.length !== 1) throw new Error(`${path}: ${errors?.[0]?.message ?? "not one statement"}`);
      const times = await explained(pool, statements[0]!);
      rows.push([`page of ${path}: its one statement in Postgres, median`, `${shown(median(times))} ms`, aim]);
    }
    return { rows };
  } finally {
    await pool.end();
  }
}

/** How long Postgres executed a prepared statement, time by time, once it has settled on a plan; nothing is counted that it does not count by itself. */
async function explained(pool: ReturnType<typeof createReadPool>, { text, values }: Statement) {
  const given = values.map((value) => `'${String(value).replaceAll("'", "''")}'`).join(", ");
  await pool.query(`prepare page as ${text}`);
  const times: number[] = [];
  for (let round = -8; round < rounds; round++) {
    const asked = `explain (analyze, timing off, buffers off, format json) execute page${given && `(${given})`}`;
    const { rows } = await pool.query<{ "QUERY PLAN": [{ "Execution Time": number }] }>(asked);
    if (round >= 0) times.push(rows[0]!["QUERY PLAN"][0]["Execution Time"]);
  }
  await pool.query("deallocate page");
  return times;
}

/** On its own: `node dist/bench/pages.js <url of the database>`. */
if (require.main === module) {
  measurePages(process.argv[2] ?? "", (message) => process.stderr.write(`${message}\n`)).then(
    ({ rows }) => process.stdout.write(`${rows.map((row) => row.join(" | ")).join("\n")}\n`),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
