import { methodNames } from "../../src/forecast";
import { readArguments } from "./arguments";
import { readCases } from "./cases";
import { reportOf } from "./report";
import { scoreOf } from "./score";

/** Runs a method over the series of a file and prints how well it foretold what followed, by period. */
function main(): void {
  const asked = readArguments(process.argv.slice(2), methodNames);
  const cases = readCases(asked.file);
  const shown = process.stderr.isTTY ? 20 : Math.max(1, Math.floor(cases.length / 10));
  const scores = cases.map((one, i) => {
    if ((i + 1) % shown === 0 || i + 1 === cases.length) process.stderr.write(`${i + 1} of ${cases.length} series\n`);
    return scoreOf(one, asked);
  });
  process.stdout.write(reportOf(scores, asked));
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
