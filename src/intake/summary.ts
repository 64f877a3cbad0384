import { type Diff } from "./record";

/** What a load changed, for people: a line a source, and the rows that changed or went. */
export function summaryOf(diffs: readonly Diff[]): string {
  if (diffs.length === 0) return "Nothing has changed.";
  return diffs.flatMap(linesOf).join("\n");
}

function linesOf({ source, revision, added, changed, retracted, unchanged }: Diff): string[] {
  const counts = `${added.length} added, ${changed.length} changed, ${retracted.length} retracted, ${unchanged} unchanged`;
  return [
    `revision ${revision}, ${source}: ${counts}`,
    ...some(
      changed,
      ({ id, before, after }) => `  changed ${id}: ${JSON.stringify(before)} is now ${JSON.stringify(after)}`,
    ),
    ...some(retracted, (id) => `  retracted ${id}`),
  ];
}

const shown = 20;

function some<Item>(items: readonly Item[], line: (item: Item) => string): string[] {
  const lines = items.slice(0, shown).map(line);
  return items.length > shown ? [...lines, `  and ${items.length - shown} more`] : lines;
}
