import { readFileSync } from "node:fs";

/** A series of a collection: what was known, and what followed. */
export interface Case {
  readonly id: string | number;
  readonly period: string;
  /** Steps in a year, or in whatever else comes round again; a whole number. */
  readonly frequency: number;
  readonly horizon: number;
  readonly history: readonly number[];
  readonly actual: readonly number[];
}

/** @throws Error that names the line, if one is no series */
export function readCases(file: string): Case[] {
  const lines = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .split("\n");
  const cases = lines.flatMap((line, i) => (line.trim() === "" ? [] : [readCase(line, `${file}:${i + 1}`)]));
  if (cases.length === 0) throw new Error(`${file} expects one series a line, got none`);
  return cases;
}

function readCase(line: string, where: string): Case {
  const found = parsed(line, where);
  const wrong = Object.entries(checks).find(([name, { holds }]) => !holds(found[name], found));
  if (wrong) {
    const [name, { expects }] = wrong;
    throw new Error(`${where}: ${name} expects ${expects}, got ${shown(found[name])}`);
  }
  const { id, period, horizon, history, actual, frequency } = found as unknown as Case;
  // Some collections count 52.18 weeks or 365.25 days to a year.
  return { id, period, horizon, history, actual, frequency: Math.round(frequency) };
}

function parsed(line: string, where: string): Record<string, unknown> {
  let why = "";
  try {
    const found: unknown = JSON.parse(line);
    if (typeof found === "object" && found !== null && !Array.isArray(found)) return found as Record<string, unknown>;
  } catch (error) {
    // A long line shows its fault, such as NaN, only here.
    why = ` (${(error as Error).message})`;
  }
  throw new Error(`${where}: expected a series as a JSON object, got ${line.trim().slice(0, 60)}${why}`);
}

interface Check {
  readonly expects: string;
  holds(value: unknown, row: Record<string, unknown>): boolean;
}

const checks: Readonly<Record<keyof Case, Check>> = {
  id: { expects: "a word or a number", holds: (value) => ["string", "number"].includes(typeof value) },
  period: { expects: "a word, such as yearly", holds: (value) => typeof value === "string" },
  frequency: {
    expects: "the steps in a year, from 1 to 366",
    holds: (value) => typeof value === "number" && value >= 1 && value <= 366,
  },
  horizon: {
    expects: "a whole number from 1 to 200",
    holds: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 200,
  },
  history: {
    expects: "a list of at least one number, each below 1e150 in size",
    holds: (value) => areNumbers(value) && value.length > 0,
  },
  actual: {
    expects: "a list of as many numbers as the horizon",
    holds: (value, { horizon }) => areNumbers(value) && value.length === horizon,
  },
};

const areNumbers = (list: unknown): list is number[] =>
  Array.isArray(list) && list.every((value) => Number.isFinite(value) && Math.abs(value as number) <= 1e150);

function shown(value: unknown): string {
  if (!Array.isArray(value)) return value === undefined ? "nothing" : JSON.stringify(value);
  const odd = value.find((item) => !areNumbers([item]));
  return odd === undefined ? `a list of ${value.length}` : `${JSON.stringify(odd)} in the list`;
}
