/** What an operation costs, and what costs most of it. */
export interface Cost {
  /** How many rows its answer can hold, and what else it takes, counted in rows. */
  readonly cost: number;
  /** At most three fields, by their names from the root, with what they cost without what lies beneath them. */
  readonly most: readonly Part[];
}

/** What one field costs. */
export interface Part {
  readonly path: readonly string[];
  readonly cost: number;
}

export const nothing: Cost = { cost: 0, most: [] };

/** What a field costs by itself, and so many times what lies beneath it. */
export function within(name: string, times: number, own: number, below: Cost): Cost {
  const parts = below.most.map(({ path, cost }) => ({ path: [name, ...path], cost: times * cost }));
  return { cost: own + times * below.cost, most: own > 0 ? greatest([{ path: [name], cost: own }, ...parts]) : parts };
}

/** What all of them cost together. */
export const sum = (costs: readonly Cost[]): Cost => ({
  cost: costs.reduce((total, { cost }) => total + cost, 0),
  most: greatest(costs.flatMap(({ most }) => most)),
});

/** In whole rows; what is a whole number but for the arithmetic of computers is that. */
export const whole = ({ cost, most }: Cost): Cost => ({
  cost: up(cost),
  most: most.map((part) => ({ ...part, cost: up(part.cost) })),
});

const up = (cost: number) => Math.ceil(cost - 1e-6);

const greatest = (parts: readonly Part[]) => [...parts].sort((a, b) => b.cost - a.cost).slice(0, 3);
