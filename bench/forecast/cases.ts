import { readFileSync } from "node:fs";

/** A series of a public collection: what was known, and what followed. */
export interface Case {
  readonly id: string | number;
  readonly period: string;
  readonly frequency: 1 | 4 | 12;
  readonly horizon: number;
  readonly history: readonly number[];
  readonly actual: readonly number[];
}

/** @throws Error that names the line, if one is no series */
export function readCases(file: string): Case[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, i) => (line.trim() === "" ? [] : [readCase(line, `${file}:${i + 1}`)]));
}

function readCase(line: string, where: string): Case {
  const found: unknown = JSON.parse(line);
  if (!isCase(found))
    throw new Error(`${where} expects id, period, frequency 1, 4 or 12, horizon, history and actual of that length`);
  return found;
}

function isCase(found: unknown): found is Case {
  if (typeof found !== "object" || found === null) return false;
  const { actual, frequency, history, horizon, id, period } = found as Partial<Record<keyof Case, unknown>>;
  const known =
    ["string", "number"].includes(typeof id) && typeof period === "string" && [1, 4, 12].includes(frequency as number);
  return known && areNumbers(history) && areNumbers(actual) && actual.length === horizon && history.length > 0;
}

const areNumbers = (list: unknown): list is number[] => Array.isArray(list) && list.every(Number.isFinite);
