import { type FieldNode, type GraphQLField } from "graphql";
import { anyRow } from "./any";
import { bindArguments, leaf } from "./bound";
import { type Compile } from "./compile";
import { cursorSql, listMark, readCursor } from "./cursor";
import { jsonObject } from "./json-object";
import { pageOf } from "./page";
import { quoted } from "./parameters";
import { below, collect } from "./selection";

/** Matches beyond this many are neither counted nor shown: the text is too short to mean anything. */
const mostMatches = 1000;

/** No name is longer; what is asked for beyond that tells nothing, and takes long to compare. */
const longestName = 200;

/**
 * SQL for a search over the names of things. Beginnings of words first, by index; names that are only similar (trigrams)
 * when those are fewer than a page. A match weighs how well it fits and how well known the thing is.
 */
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
  const ofKind = kinds ? `w.type = any(${parameters.add((variables) => kinds.read(variables), "text[]")})` : "true";
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
  const each = (sql: string) => `coalesce(json_agg(${sql} order by ${alias}.n) ${shown}, '[]'::json)`;
  const node = (fields: readonly FieldNode[]) => anyRow(compile, `${alias}.id`, "Thing", below(fields));

  const object = (
    type: string,
    fields: readonly FieldNode[],
    sql: Record<string, (fields: FieldNode[]) => string>,
  ): string => {
    const selected = collect(document, document.schema.getType(type) as never, below(fields));
    const pairs = [...selected].map(([key, of]) => {
      const field = of[0]!.name.value;
      return `${quoted(key)}, ${field === "__typename" ? quoted(type) : sql[field]!(of)}`;
    });
    return jsonObject(pairs);
  };
  const json = object("SearchConnection", nodes, {
    totalCount: () => "(select count(*) from found)",
    nodes: (fields) => each(node(fields)),
    edges: (fields) =>
      each(
        object("SearchEdge", fields, {
          cursor: () => cursor,
          node,
          matched: () => `${alias}.matched`,
          score: () => `${alias}.score`,
        }),
      ),
    pageInfo: (fields) =>
      object("PageInfo", fields, {
        hasNextPage: () => `coalesce(max(${alias}.n) > ${size}, false)`,
        hasPreviousPage: () =>
          after
            ? `exists (select from found f where f.score > ${score} or (f.score = ${score} and f.id collate "C" <= ${id}))`
            : "false",
        startCursor: () => `min(${cursor}) filter (where ${alias}.n = 1 and ${alias}.n <= ${size})`,
        endCursor: () => `(array_agg(${cursor} order by ${alias}.n desc) ${shown})[1]`,
      }),
  });
  const beyond = after ? `where f.score < ${score} or (f.score = ${score} and f.id collate "C" > ${id})` : "";
  const page = `select f.*, row_number() over (order by f.score desc, f.id collate "C") as n from found f ${beyond} order by f.score desc, f.id collate "C" limit ${size + 1}`;
  // One row comes of it whether or not something gathers the page's: that is what `having` does.
  return `(with ${foundSql(compile.relation("names"), text, ofKind, size)} select ${json} from (${page}) ${alias} having true)`;
}

/** The things found, each by the best of its names: id, score and the name that matched. */
function foundSql(names: string, text: string, ofKind: string, enough: number): string {
  const known = "log(w.prominence + 10) / 8";
  const best = (rows: string) =>
    `select distinct on (id) id, score, matched from (${rows}) w order by id, score desc, matched collate "C"`;
  return `
    asked as materialized (select fold(left(${text}, ${longestName})) as folded),
    beginning as materialized (${best(`
      select w.type || ':' || w.thing as id, w.name as matched,
        round((case when w.folded = asked.folded and w.whole then 2 when w.whole then 1.4 else 1 end + ${known})::numeric, 4)::float8 as score
      from asked, ${names} w
      where asked.folded <> '' and w.folded collate "C" >= asked.folded and w.folded collate "C" < asked.folded || U&'\\+10FFFF' and ${ofKind}
      order by w.prominence desc limit ${mostMatches}`)}),
    alike as materialized (${best(`
      select w.type || ':' || w.thing as id, w.name as matched, round((similarity(w.folded, asked.folded) + ${known})::numeric, 4)::float8 as score
      from asked, ${names} w
      where (select count(*) from beginning) < ${Math.min(enough, 5)} and w.whole and w.folded % asked.folded and ${ofKind}
      order by similarity(w.folded, asked.folded) + ${known} desc limit ${mostMatches}`)}),
    found as materialized (
      select id, max(score) as score, (array_agg(matched order by score desc, matched collate "C"))[1] as matched
      from (select * from beginning union all select * from alike) f group by id)`;
}
