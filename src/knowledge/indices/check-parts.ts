import { type Fault } from "../kind";
import { IndexAggregation, IndexNormalisation } from "./index-enums";
import { type IndexPartInput } from "./index-part";

/** What is wrong with the parts of an index: they must make one tree, whose leaves are indicators. */
export function wrongParts(parts: readonly IndexPartInput[]): Fault[] {
  if (parts.length === 0) return [{ path: "parts", message: "expected indicators, got no part" }];
  const names = new Map(parts.map((part) => [part.name, part]));
  const holders = new Set(parts.map(({ within }) => within));
  return parts.flatMap((part, i) => {
    const { name, within, indicator, weight } = part;
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
      ...[...wrongNumbers(part)].map(([field, message]) => fault(field, message)),
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

function* wrongNumbers({
  normalise,
  low,
  high,
  target,
  aggregate,
  power,
}: IndexPartInput): Generator<readonly [string, string]> {
  if (normalise === IndexNormalisation.GOALPOSTS && !((low ?? Infinity) < (high ?? -Infinity)))
    yield ["low", `expected goalposts with low below high, got ${low ?? "none"} and ${high ?? "none"}`];
  if (normalise === IndexNormalisation.TARGET && (target ?? null) === null)
    yield ["target", "expected a target, got none"];
  if (aggregate === IndexAggregation.POWER && (power ?? null) === null) yield ["power", "expected a power, got none"];
}
