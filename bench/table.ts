/** A table in Markdown: the first column to the left, the others to the right. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const ruler = head.map((_, i) => (i === 0 ? "---" : "---:"));
  return [head, ruler, ...rows].map(line).join("\n");
}

/** A number as a reader wants it: three figures that count, thousands set apart. */
export function shown(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: value >= 1000 ? 4 : 3 });
}
