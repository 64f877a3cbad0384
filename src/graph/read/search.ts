import { type FieldNode, type GraphQLField } from "graphql";
import { anyRow } from "./any";
import { bindArguments, leaf } from "./bound";
import { type Compile } from "./compile";
import { cursorSql, listMark, readCursor } from "./cursor";
import { foundSql } from "./found";
import { type Json, jsonList, jsonObject, jsonOrNull, jsonValue, jsonWord, textOf } from "./json";
import { pageOf } from "./page";
import { below, collect } from "./selection";

/** SQL for a search over the names of things: a page of what is found, and what else is asked of it. */
export function searchConnection(
  compile: Compile,
  definition: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): string {
  const { document, parameters } = compile;
  const args = bindArguments(nodes[0]!, definition.args, document.variables);
  const { size } = pageOf(args);
  const text = parameters.leaf(leaf(args, "text")!, "text");
  const kinds = leaf(args, "kinds");
  const kind = kinds && parameters.add((variables) => kinds.read(variables), "text[]");
  const mark = listMark("search", []);
  const keys = ["float8", "text"].map((cast) => ({ cast, nullable: false }));
  const after = leaf(args, "after");
  const [score, id] = [0, 1].map((i) => {
    return after
      ? parameters.add((given) => readCursor(after.read(given), mark, keys)[i], i === 0 ? "float8" : "text")
      : "";
  });
  const alias = compile.alias();
  const cursor = cursorSql(mark, [`${alias}.score`, `${alias}.id`]);
  const shown = `filter (where ${alias}.n <= ${size})`;
  const each = (json: Json) => jsonList(json, `${alias}.n`, shown);
  const node = (fields: readonly FieldNode[]) => jsonOrNull(anyRow(compile, `${alias}.id`, "Thing", below(fields)));

  const object = (
    type: string,
    fields: readonly FieldNode[],
    json: Record<string, (fields: FieldNode[]) => Json>,
  ): Json => {
    const selected = collect(document, document.schema.getType(type) as never, below(fields));
    const pairs = [...selected].map(([key, of]) => {
      const field = of[0]!.name.value;
      return [key, field === "__typename" ? jsonWord(type) : json[field]!(of)] as const;
    });
    return jsonObject(pairs);
  };
  const json = object("SearchConnection", nodes, {
    totalCount: () => jsonValue("(select count from total)", "Int"),
    totalIsExact: () => jsonValue("(select is_exact from total)", "Boolean"),
    nodes: (fields) => each(node(fields)),
    edges: (fields) =>
      each(
        object("SearchEdge", fields, {
          cursor: () => jsonValue(cursor, "Cursor"),
          node,
          matched: () => jsonValue(`${alias}.matched`, "String"),
          score: () => jsonValue(`${alias}.score`, "Float"),
        }),
      ),
    pageInfo: (fields) =>
      object("PageInfo", fields, {
        hasNextPage: () => jsonValue(`coalesce(max(${alias}.n) > ${size}, false)`, "Boolean"),
        hasPreviousPage: () =>
          after
            ? jsonValue(
                `(exists (select from found f where f.score > ${score} or (f.score = ${score} and f.id collate "C" <= ${id})))`,
                "Boolean",
              )
            : jsonWord(false),
        startCursor: () =>
          jsonValue(`(min(${cursor}) filter (where ${alias}.n = 1 and ${alias}.n <= ${size}))`, "Cursor"),
        endCursor: () => jsonValue(`(array_agg(${cursor} order by ${alias}.n desc) ${shown})[1]`, "Cursor"),
      }),
  });
  const beyond = after ? `(f.score < ${score} or (f.score = ${score} and f.id collate "C" > ${id}))` : "true";
  const page = `select f.*, row_number() over (order by f.score desc, f.id collate "C") as n from found f where ${beyond} order by f.score desc, f.id collate "C" limit ${size + 1}`;
  const found = foundSql({ names: compile.relation("names"), text, kinds: kind, beyond, size });
  // One row comes of it whether or not something gathers the page's: that is what `having` does.
  return `(with ${found} select ${textOf(json)} from (${page}) ${alias} having true)`;
}
