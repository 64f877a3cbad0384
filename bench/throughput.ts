import { rm } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { openAsker } from "./ask";
import { runScript, serve, temporaryFolder } from "./children";
import { type Fire, type Fired } from "./fire";
import { median } from "./median";
import { type BenchQuestion, questions } from "./questions";
import { shown, tableOf } from "./table";

const connections = 16;
const seconds = 3;
const rounds = 7;

/** Requests a second of Citegraph and of a bare handler over the same database, in turn, round by round. */
export async function measureThroughput(citegraph: string, databaseUrl: string, tell: (message: string) => void) {
  const folder = await temporaryFolder();
  const bare = await serve("bench/bare.js", join(folder, "output"), { DATABASE_URL: databaseUrl });
  try {
    const measured = [];
    for (const question of questions) {
      await requireEqual(question, citegraph, bare.origin);
      measured.push(await compare(question, citegraph, bare.origin, tell));
    }
    return {
      rows: measured.flatMap(({ name, ours, theirs, ratio }) => [
        [`${name}: requests a second, ${connections} connections`, shown(median(ours)), "1,500"],
        [`${name}: the same of \`node:http\` and \`pg\` by hand`, shown(median(theirs)), ""],
        [`${name}: ratio, median of ${rounds} rounds`, ratio.toFixed(2), "0.8"],
      ]),
      rounds: tableOf(
        ["requests a second, by round", ...Array.from({ length: rounds }, (_, i) => String(i + 1))],
        measured.flatMap(({ name, ours, theirs }) => [
          [`${name}: Citegraph`, ...ours.map(shown)],
          [`${name}: by hand`, ...theirs.map(shown)],
        ]),
      ),
    };
  } finally {
    await bare.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const bodiesOf = ({ query, variables }: BenchQuestion) =>
  variables.map((given) => JSON.stringify({ query, variables: given }));

/** Throws Error unless both servers answer every question alike. */
async function requireEqual(question: BenchQuestion, ...origins: readonly string[]): Promise<void> {
  const askers = origins.map(openAsker);
  for (const body of bodiesOf(question)) {
    const [one, other] = await Promise.all(askers.map(async ({ ask }) => withoutCost(await ask(body))));
    if (isDeepStrictEqual(one, other)) continue;
    throw new Error(`the answers differ: ${JSON.stringify(one)}, by hand ${JSON.stringify(other)}`);
  }
  for (const { close } of askers) close();
}

/** The answer without what it cost, of which nobody else tells. */
const withoutCost = (text: string): unknown =>
  JSON.parse(text, (key, value: unknown) => (key === "cost" ? undefined : value));

async function compare(question: BenchQuestion, citegraph: string, bare: string, tell: (message: string) => void) {
  const bodies = bodiesOf(question);
  await fire(citegraph, bodies);
  await fire(bare, bodies);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    // Whoever goes first may find another machine than whoever goes second.
    const inTurn = [
      async () => void ours.push(await fire(citegraph, bodies)),
      async () => void theirs.push(await fire(bare, bodies)),
    ];
    for (const turn of round % 2 === 0 ? inTurn : inTurn.reverse()) await turn();
    tell(
      `${question.name}, round ${round + 1} of ${rounds}: ${shown(ours[round]!)} and ${shown(theirs[round]!)} by hand`,
    );
  }
  return { name: question.name, ours, theirs, ratio: median(ours.map((value, i) => value / theirs[i]!)) };
}

async function fire(origin: string, bodies: readonly string[]): Promise<number> {
  const asked: Fire = { origin, asked: bodies.map((body) => ({ body })), connections, seconds };
  const { perSecond, failed } = JSON.parse(await runScript("bench/fire.js", [JSON.stringify(asked)], {})) as Fired;
  if (failed > 0) throw new Error(`${failed} requests to ${origin} failed`);
  return perSecond;
}
