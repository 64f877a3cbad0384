export const nothing: Summed = { cost: 0, once: 0, most: [] };

/** What a part of an operation costs: for each row above it, and once. */
export interface Summed {
  readonly cost: number;
  readonly once: number;
  /** At most three fields, by their names from the root, with what they cost without what lies beneath them. */
  readonly most: readonly { readonly path: readonly string[]; readonly cost: number; readonly isOnce?: boolean }[];
}

/** What a field costs by itself, and so many times what lies beneath it. */
export function within(name: string, times: number, own: number, once: number, below: Summed): Summed {
  const parts = below.most.map(({ path, cost, isOnce = false }) => ({
    path: [name, ...path],
    cost: isOnce ? cost : times * cost,
    isOnce,
  }));
  const ofItself = [
    ...(own > 0 ? [{ path: [name], cost: own }] : []),
    ...(once > 0 ? [{ path: [name], cost: once, isOnce: true }] : []),
  ];
  return {
    cost: own + times * below.cost,
    once: once + below.once,
    most: ofItself.length > 0 ? greatest([...ofItself, ...parts]) : parts,
  };
}

/** What all of them cost together. */
export const sum = (costs: readonly Summed[]): Summed => ({
  cost: costs.reduce((total, { cost }) => total + cost, 0),
  once: costs.reduce((total, { once }) => total + once, 0),
  most: greatest(costs.flatMap(({ most }) => most)),
});

/** The greatest parts; what is asked for several times, under other names, is one. */
function greatest(parts: Summed["most"]): Summed["most"] {
  const together = new Map<string, Summed["most"][number]>();
  for (const part of parts) {
    const key = `${part.path.join(".")} ${part.isOnce === true}`;
    const known = together.get(key);
    together.set(key, known ? { ...known, cost: known.cost + part.cost } : part);
  }
  return [...together.values()].sort((a, b) => b.cost - a.cost).slice(0, 3);
}
