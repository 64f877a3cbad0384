import { isDeepStrictEqual } from "node:util";
import { type Shot } from "../fire";
import { type Server, shotOf } from "./citegraph";
import { translations } from "./postgraphile";
import { type Question } from "./questions";

/** A question with what it is asked with, in turn. */
export interface Asked extends Question {
  readonly given: readonly Readonly<Record<string, unknown>>[];
}

/** The text of an answer. Throws Error unless it came with status 200 and without errors. */
export async function answerTo(origin: string, { body, path = "/graphql", headers }: Shot): Promise<string> {
  const response = await fetch(`${origin}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
  const text = await response.text();
  if (response.status === 200 && !/^\{"errors"/.test(text) && !/"errors":\[/.test(text)) return text;
  throw new Error(`asked ${body}, got ${response.status} ${text.slice(0, 1000)}`);
}

/** Throws Error unless a server answers a question as Citegraph does, with whatever it is asked with. */
export async function requireEqual(question: Asked, citegraph: string, server: Server, origin: string): Promise<void> {
  const { shot = shotOf, shape = (_: Question, data: never) => data } = server;
  const isUnordered = server.shape !== undefined && translations[question.name]?.isUnordered;
  for (const [turn, variables] of question.given.entries()) {
    const [ours, theirs] = await Promise.all([
      answerTo(citegraph, shotOf(question, variables)),
      answerTo(origin, shot(question, variables, turn)),
    ]);
    const one = plain(dataOf(ours), isUnordered);
    const other = plain(shape(question, dataOf(theirs) as never), isUnordered);
    if (isDeepStrictEqual(one, other)) continue;
    const [expected, got] = [one, other].map((data) => JSON.stringify(data)) as [string, string];
    const at = Math.max(0, [...expected].findIndex((letter, i) => letter !== got[i]) - 100);
    throw new Error(
      `${server.name} answers ${question.name} of ${JSON.stringify(variables)} with ...${got.slice(at, at + 300)}, ` +
        `Citegraph with ...${expected.slice(at, at + 300)}`,
    );
  }
}

const dataOf = (text: string) => (JSON.parse(text) as { data: unknown }).data;

/** How many matches a search of ours counts to the last. */
const countedExactly = 1000;

/** The data by its keys, totals as far as a search counts; JSON in JSON is read; without the order of lists where that differs. */
function plain(data: unknown, isUnordered = false): unknown {
  if (Array.isArray(data)) {
    const items = data.map((item) => plain(item, isUnordered));
    return isUnordered ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (typeof data === "string" && /^[{[]/.test(data)) return plain(JSON.parse(data), isUnordered);
  if (data === null || typeof data !== "object") return data;
  const entries = Object.entries(data).map(([key, value]): [string, unknown] =>
    key === "totalCount" ? [key, Math.min(value as number, countedExactly)] : [key, plain(value, isUnordered)],
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
