import { methodNames } from "../../src/forecast";
import { readArguments } from "./arguments";
import { readCases } from "./cases";
import { reportOf } from "./report";
import { scoreAll } from "./score-all";

/** Runs a method over the series of a file and prints how well it foretold what followed, by period. */
async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2), methodNames);
  const cases = readCases(asked.file);
  const step = process.stderr.isTTY ? 20 : Math.max(1, Math.floor(cases.length / 10));
  let all = 0;
  const scores = await scoreAll(cases, asked, (done) => {
    all += done;
    if (all % step === 0 || all === cases.length) process.stderr.write(`${all} of ${cases.length} series\n`);
  });
  process.stdout.write(reportOf(scores, asked));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
