import { type DocumentNode, parse, validate } from "graphql";
import { schema } from "../../src/app";
import { createCosting, maxCost } from "../../src/server/cost";
import { limitsRule, maxTokens } from "../../src/server/limits";
import { type Store } from "../../src/store/store";
import { post } from "../ask";
import { median } from "../median";
import { shown, tableOf } from "../table";
import { drawing, halved, longer, type Part, written } from "./draw";
import { rowsOf } from "./rows";
import { samplesOf } from "./samples";

/** The longest that a statement may take, in milliseconds, and what comes before and after it. */
const statementTimeout = 10_000;

/** An operation that was answered. */
interface Answered {
  readonly parts: readonly Part[];
  readonly query: string;
  readonly cost: number;
  readonly rows: number;
  /** From asking to the last byte, in milliseconds. */
  readonly time: number;
  readonly status: number;
  /** The codes of its errors. */
  readonly codes: readonly string[];
}

/** How much is looked through. */
export interface Search {
  /** Operations drawn by lot. */
  readonly drawn: number;
  /** Steps from the slowest of them to slower ones. */
  readonly steps: number;
}

/** Draws operations that the server accepts and has them answered; then looks for the slowest. */
export async function measureWorst(
  store: Store,
  origin: string,
  { drawn, steps }: Search,
  tell: (message: string) => void,
) {
  const chance = seeded(1);
  const draw = drawing(schema, await samplesOf(store, schema), chance);
  const accept = accepting();
  const answered: Answered[] = [];
  while (answered.length < drawn) {
    const operation = accept(draw(), Math.exp(Math.log(10) + chance() * Math.log(maxCost / 10)), chance);
    if (!operation) continue;
    answered.push(await answerOf(origin, operation));
    if (answered.length % 100 === 0) tell(`${answered.length} of ${drawn} operations are answered.`);
  }
  const slowest = [...answered].sort((a, b) => b.time - a.time).slice(0, 20);
  tell(`The slowest took ${shown(slowest[0]!.time)} ms; looking for slower ones in ${steps} steps.`);
  for (let step = 0; step < steps; step++) {
    const [one, other] = [
      slowest[Math.floor(chance() * slowest.length)]!,
      slowest[Math.floor(chance() * slowest.length)]!,
    ];
    const joined = chance() < 0.5 ? [...one.parts, ...apart(other.parts, one.parts)] : one.parts;
    const operation = accept(joined, maxCost, chance);
    if (!operation) continue;
    const found = await answerOf(origin, operation);
    answered.push(found);
    slowest.push(found);
    slowest.sort((a, b) => b.time - a.time).pop();
  }
  return { rows: rowsAbout(answered), worst: `The worst:\n\n${about(slowest[0]!)}`, answered };
}

/** Parts that can stand beside others: under no key that is taken. */
const apart = (parts: readonly Part[], others: readonly Part[]) => {
  const keyOf = ({ text }: Part) => text.split("(")[0];
  const taken = new Set(others.map(keyOf));
  return parts.filter((part) => !taken.has(keyOf(part)));
};

interface Accepted {
  readonly parts: readonly Part[];
  readonly query: string;
  readonly document: DocumentNode;
  readonly cost: number;
}

/** Makes an operation cost near to `aim` and no more than the limit; undefined where the server would refuse it all the same. */
function accepting() {
  const costing = createCosting(schema);
  const sized = (parts: readonly Part[]): Accepted => {
    const query = written(parts);
    const document = parse(query, { maxTokens });
    return { parts, query, document, cost: costing(document, undefined, {}).cost };
  };
  const read = (parts: readonly Part[]): Accepted | undefined => {
    try {
      const found = sized(parts);
      const isValid = validate(schema, found.document, undefined, { maxErrors: 1 }).length === 0;
      return isValid && validate(schema, found.document, [limitsRule]).length === 0 ? found : undefined;
    } catch {
      return undefined;
    }
  };
  return (parts: readonly Part[], aim: number, chance: () => number): Accepted | undefined => {
    let found = read(parts);
    for (let i = 0; found && found.cost > aim && i < 10; i++) found = sized(halved(found.parts));
    for (let i = 0; found && i < 15; i++) {
      // As valid as before: only pages are of other sizes.
      const next = sized(longer(found.parts, chance));
      if (next.cost <= aim) found = next;
    }
    return found && found.cost <= maxCost ? found : undefined;
  };
}

async function answerOf(origin: string, { parts, query, document, cost }: Accepted): Promise<Answered> {
  const { status, text, time } = await post(origin, JSON.stringify({ query }));
  const { data, errors = [] } = JSON.parse(text) as { data?: object; errors?: { extensions?: { code?: string } }[] };
  const codes = errors.map(({ extensions }) => extensions?.code ?? "none");
  return { parts, query, cost, time, codes, status, rows: data ? rowsOf(schema, document, data) : 0 };
}

function rowsAbout(answered: readonly Answered[]): string[][] {
  const broken = answered.filter(({ status }) => status >= 500);
  const stopped = answered.filter(({ codes }) => codes.includes("QUERY_TIMEOUT"));
  const under = answered.filter(({ rows, cost }) => rows > cost);
  const full = answered.filter(({ rows }) => rows > 0);
  const times = answered.map(({ time }) => time).sort((a, b) => a - b);
  const greatest = [...full].sort((a, b) => b.rows - a.rows)[0]!;
  return [
    ["operations drawn and answered", shown(answered.length), ""],
    ["answered with 5xx", String(broken.length), "0"],
    [`stopped for a statement of more than ${statementTimeout / 1000} s`, String(stopped.length), "0"],
    ["with more rows than their cost foretold", String(under.length), "0"],
    ["rows of an answer to its cost, median", (median(full.map(({ rows, cost }) => rows / cost)) || 0).toFixed(3), ""],
    ["most rows of an answer, and its cost", `${shown(greatest.rows)}, ${shown(greatest.cost)}`, ""],
    [
      "time: median, p99, most, in ms",
      [0.5, 0.99, 1].map((p) => shown(times[Math.ceil(p * times.length) - 1]!)).join(", "),
      "",
    ],
    ...[...broken.slice(0, 3), ...stopped.slice(0, 3), ...under.slice(0, 3)].map((one) => [
      `at fault: ${about(one)}`,
      "",
      "",
    ]),
  ];
}

const about = ({ query, cost, rows, time, status }: Answered) =>
  `${shown(time)} ms, status ${status}, cost ${shown(cost)}, ${shown(rows)} rows: \`${query}\``;

/** Chance that is the same each time: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The figures in Markdown. */
export const reportOf = ({ rows, worst }: Pick<Awaited<ReturnType<typeof measureWorst>>, "rows" | "worst">) =>
  [tableOf(["figure", "measured", "aim"], rows), worst].join("\n\n");
