import { type Fault } from "../kind";
import { type IndexPartInput } from "./index-part";

/** What is wrong with the parts of an index: they must make one tree, whose leaves are indicators. */
export function wrongParts(parts: readonly IndexPartInput[]): Fault[] {
  if (parts.length === 0) return [{ path: "parts", message: "expected indicators, got no part" }];
  const names = new Map(parts.map((part) => [part.name, part]));
  const holders = new Set(parts.map(({ within }) => within));
  return parts.flatMap((part, i) => {
    const { name, within, indicator, weight, low, high } = part;
    const fault = (field: string, message: string) => ({ path: `parts.${i}.${field}`, message });
    const holder = within ? names.get(within) : undefined;
    return [
      ...(names.get(name) === part ? [] : [fault("name", `expected each name once, got \`${name}\` twice`)]),
      ...(within && !holder ? [fault("within", `expected the name of another part, got \`${within}\``)] : []),
      ...(holder?.indicator ? [fault("within", `expected a dimension, got \`${within}\`, which is an indicator`)] : []),
      ...(isInItself(part, names)
        ? [fault("within", `expected a part that is not within \`${name}\` itself, got \`${within}\``)]
        : []),
      ...(indicator || holders.has(name)
        ? []
        : [fault("indicator", `expected an indicator, or parts within \`${name}\`, got neither`)]),
      ...(weight !== undefined && weight !== null && !(weight >= 0)
        ? [fault("weight", `expected 0 or more, got ${weight}`)]
        : []),
      ...(low != null && high != null && !(low < high)
        ? [fault("low", `expected goalposts with low below high, got ${low} and ${high}`)]
        : []),
      ...(indicator && holders.has(name)
        ? [fault("indicator", `expected an indicator or parts within \`${name}\`, got both`)]
        : []),
    ];
  });
}

function isInItself(part: IndexPartInput, names: ReadonlyMap<string, IndexPartInput>): boolean {
  const seen = new Set<IndexPartInput>();
  for (
    let at: IndexPartInput | undefined = part;
    at && !seen.has(at);
    at = at.within ? names.get(at.within) : undefined
  ) {
    seen.add(at);
    if (at.within === part.name) return true;
  }
  return false;
}
