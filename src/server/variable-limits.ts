import { GraphQLError } from "graphql";

/** How many values variables may hold in all, how deep they may lie, and how many variables there may be. */
const most = { values: 200_000, depth: 64, variables: 500 };

/** The refusal of variables that are too many or too deep to be looked at, or would change what objects are; undefined for all others. */
export function tooManyVariables(variables: Readonly<Record<string, unknown>>): GraphQLError | undefined {
  const count = Object.keys(variables).length;
  if (count > most.variables)
    return refusal(`${count} variables, the limit is ${most.variables}; put what belongs together into one list`);
  let values = 0;
  let level: unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most.depth) return refusal(`variables more than ${most.depth} levels deep`);
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      if (Object.hasOwn(value, "__proto__")) return poisoned();
      const inner = Object.values(value);
      values += inner.length;
      if (values > most.values)
        return refusal(`variables of more than ${most.values.toLocaleString("en")} values; ask in several operations`);
      for (const one of inner) if (typeof one === "object" && one !== null) below.push(one);
    }
    level = below;
  }
  return undefined;
}

const poisoned = () =>
  new GraphQLError("no key of variables may be `__proto__`", {
    extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
  });

const refusal = (what: string) =>
  new GraphQLError(`The operation has ${what}`, { extensions: { code: "QUERY_TOO_LARGE", http: { status: 400 } } });
