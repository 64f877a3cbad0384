import { GraphQLError } from "graphql";
import { type NearIds } from "./near";
import { type Plan } from "./plan";

/** The error for a thing that is not there: it names the nearest ones that are. */
export async function notFound(lookup: Plan["lookups"][number], id: unknown, near: NearIds): Promise<GraphQLError> {
  const { type, key, field, nodes } = lookup;
  // Numbers that look alike are not near to each other.
  const isNumbered = type?.declaration.roots?.by === "number" && field !== "node";
  const suggestions = type?.table && !isNumbered ? await near(type.table, String(id)) : [];
  const hint = suggestions.length > 0 ? `; did you mean ${suggestions.map((word) => `\`${word}\``).join(" or ")}?` : "";
  const what = field === "node" ? (type?.name ?? "node") : field;
  return new GraphQLError(
    `no ${what} \`${String(id).slice(0, 200)}\`${hint || `; ${isNumbered ? `\`${type.declaration.roots!.many}\` lists those there are` : "look for it with `search`"}`}`,
    {
      nodes: [...nodes],
      path: [key],
      extensions: { code: "NOT_FOUND", suggestions },
    },
  );
}
