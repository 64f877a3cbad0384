import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Case, readCases } from "../../bench/forecast/cases";
import { reportOf } from "../../bench/forecast/report";
import { scoreAll } from "../../bench/forecast/score-all";
import { methodNames } from "../../src/forecast";

const folder = mkdtempSync(join(tmpdir(), "bench-forecast-"));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (...lines: readonly (object | string)[]): string => {
  const file = join(folder, "series.ndjson");
  writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  return file;
};

const some: Case = { id: "a", period: "yearly", frequency: 1, horizon: 2, history: [3, 4, 6, 5, 7, 9], actual: [8, 9] };

const odd: readonly Case[] = [
  { ...some, id: "one value", history: [5] },
  { ...some, id: 2, history: [5, 5] },
  { ...some, id: "constant", history: [4, 4, 4, 4, 4, 4], actual: [4, 4] },
  { ...some, id: "zeros", history: [0, 0, 0, 0, 0, 0, 0, 0], actual: [0, 0] },
  { ...some, id: "signs", history: [-3, 2, -5, 0, 7, -1, 4], actual: [-2, 3] },
  { ...some, id: "large", history: [1e140, 2e140, 4e140, 3e140, 5e140, 6e140], actual: [7e140, 0] },
  ...[4, 7, 24, 52].map((frequency) => ({
    ...some,
    id: `every ${frequency}`,
    period: `round of ${frequency}`,
    frequency,
    history: Array.from({ length: 2 * frequency + 9 }, (_, i) => 10 + (i % frequency)),
  })),
  { ...some, id: "short weeks", period: "weekly", frequency: 52, history: [3, 4, 5] },
];

test.each(methodNames.filter((name) => name !== "ets"))(
  "any series of the form can be scored by %s",
  async (method) => {
    let done = 0;
    const scores = await scoreAll(readCases(written(...odd)), { file: "", method, measure: "auto" }, (more) => {
      done += more;
    });
    expect(done).toBe(odd.length);
    for (const { smape, covered95 } of scores) {
      expect(smape).toBeGreaterThanOrEqual(0);
      expect(smape).toBeLessThanOrEqual(200);
      expect([0, 0.5, 1]).toContain(covered95);
    }
  },
);

test("the report has a row for each period, and no figure where there is none", async () => {
  const asked = { file: "", method: "combination", measure: "auto" } as const;
  const cases = readCases(written(some, { ...some, period: "constant", history: [4, 4, 4] }));
  const lines = reportOf(await scoreAll(cases, asked, () => {}), asked).split("\n");
  expect(lines[1]).toMatch(/^period +series +sMAPE +MASE +OWA +cov 80 +cov 95 +MSIS +ms\/series +cpu ms$/);
  expect(lines[2]).toMatch(/^yearly +1 +\d+\.\d\d +\d+\.\d{3} /);
  expect(lines[3]).toMatch(/^constant +1 +[\d.]+ +- +- +/);
});

test("weeks and days of collections that count leap years are rounded", () => {
  expect(readCases(written({ ...some, frequency: 52.18 }))[0]!.frequency).toBe(52);
});

test.each([
  ["{", "expected a series as a JSON object, got {"],
  [
    JSON.stringify({ ...some, note: "x".repeat(80) }).replace("[", "[NaN,"),
    /^.*:2: expected a series as a JSON object, got .*\(Unexpected token .*N/,
  ],
  ["[1]", "expected a series as a JSON object, got [1]"],
  [{ ...some, id: null }, "id expects a word or a number, got null"],
  [{ ...some, frequency: 0.1 }, "frequency expects the steps in a year, from 1 to 366, got 0.1"],
  [{ ...some, horizon: undefined }, "horizon expects a whole number from 1 to 200, got nothing"],
  [
    { ...some, history: [] },
    "history expects a list of at least one number, each below 1e150 in size, got a list of 0",
  ],
  [
    { ...some, history: [1, "x"] },
    'history expects a list of at least one number, each below 1e150 in size, got "x" in the list',
  ],
  [{ ...some, actual: [1] }, "actual expects a list of as many numbers as the horizon, got a list of 1"],
])("a line that is no series is told: %j", (line, message) => {
  expect(() => readCases(written(some, line))).toThrow(
    message instanceof RegExp ? message : `series.ndjson:2: ${message}`,
  );
});
