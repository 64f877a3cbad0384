/** Fields, each with what is wrong with it. */
export type Found = Iterable<readonly [field: string, message: string]>;

/** A power goes with the mean that takes one, and that mean with a power. */
export function* powerUnheard(
  name: string,
  power: number | null | undefined,
  aggregate: string | null | undefined,
  used: string,
): Found {
  if (power != null && aggregate !== "POWER") yield ["power", beside(name, "power", "aggregate: POWER", used)];
  if (power == null && aggregate === "POWER")
    yield ["power", `${name}: the aggregation POWER expects a \`power\` beside it, got none`];
}

/** Two ways to weigh at once. */
export const both = (name: string, weights: string) =>
  `${name} expects \`weights\` or \`judgements\`, got ${weights} and judgements`;

/** A field that is listened to beside another only. */
export const beside = (name: string, field: string, what: string, got: string) =>
  `${name} takes \`${field}\` beside \`${what}\` only, got it beside ${got}`;
