import { describeMachine } from "../machine";
import { withShipped } from "../shipped";
import { tableOf } from "../table";
import { measureBeside } from "./beside";
import { measurePure } from "./pure";
import { measureRealLists } from "./real-lists";

const tell = (message: string) => process.stderr.write(`${message}\n`);

/** What can be measured, each part by itself: `npm run bench:scoring -- pure`. */
const parts: Readonly<Record<string, () => Promise<string[][]>>> = {
  pure: async () => measurePure(tell),
  lists: () => withShipped(tell, ({ store }) => measureRealLists(store, tell)),
  beside: () => withShipped(tell, (shipped) => measureBeside(shipped, tell)),
};

/** Measures scoring on this machine and prints each figure beside its limit, as Markdown. */
async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) throw new Error(`expected ${Object.keys(parts).join(" or ")}, got ${unknown.join(", ")}`);
  const rows: string[][] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) rows.push(...(await measure()));
  }
  process.stdout.write(`${describeMachine()}\n\n${tableOf(["figure", "measured", "limit"], rows)}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
