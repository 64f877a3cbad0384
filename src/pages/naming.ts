import { type Model, type StoredType } from "../graph/model";
import { type Row, rowOf, textOf, typeOf } from "./row";

/** Scalars that tell one fact from another of the same type and subject. */
const telling = ["year", "period", "category", "topic", "targetYear", "number"];

/** The fields, as a selection, from which `nameOf` makes the name of a row of this type. */
export function nameFields(model: Model, type: StoredType, depth = 0): string {
  if (type.columns.has("name")) return "id name";
  const own = [...type.columns.values()].filter(({ field, nullable }) => {
    return telling.includes(field) || (field === "title" && !nullable);
  });
  if (own.some(({ field }) => field === "title")) return "id title";
  const edges = [...type.edges].flatMap(([field, edge]) => {
    if (field === "source" || field === "revision") return [];
    if (edge.shape === "any" && depth < 2) return [`${field} { ${anyName(model, edge.as, depth + 1)} }`];
    if (edge.shape !== "one" || (edge.nullable && (depth > 0 || !winners.includes(field)))) return [];
    return [`${field} { ${nameFields(model, model.types.get(edge.target)!, depth + 1)} }`];
  });
  return ["id", ...own.map(({ field }) => field), ...edges, ...(type.columns.has("winner") ? ["winner"] : [])].join(
    " ",
  );
}

/** A win is named by who won it, if that is known. */
const winners = ["city", "country", "organisation"];

/** The same for an interface: whatever type the row turns out to be of. */
export function anyName(model: Model, as: string, depth = 0): string {
  const types = [...model.types.values()].filter(({ table, columns }) => table && columns.has("id"));
  const others = types.filter(({ columns, edges }) => {
    const isFact = edges.has("evidence");
    const carries = { Fact: isFact, Node: isFact || columns.has("title") }[as] ?? edges.has("observations");
    return carries && !columns.has("name") && !(depth > 0 && leadsOn(edges));
  });
  const things = as === "Fact" ? "" : " ... on Thing { name }";
  return `id${things} ${others.map((type) => `... on ${type.name} { ${nameFields(model, type, Math.max(depth, 1))} }`).join(" ")}`;
}

// What is named by a row of any type is not named within the name of another: the statement would have no end.
const leadsOn = (edges: StoredType["edges"]) => [...edges.values()].some(({ shape }) => shape === "any");

/**
 * A row in a few words, such as `Shanghai in IMD Smart City Index 2024`.
 *
 * @param home the row in whose list it stands, which its own fields do not repeat
 */
export function nameOf(row: Row | undefined, home?: Row): string {
  if (!row) return "";
  const part = (field: string) => {
    const found = rowOf(row, field);
    return nameOf(found && found["id"] !== home?.["id"] ? found : home);
  };
  return phrases[typeOf(row)]?.(row, part) ?? textOf(row, "name") ?? textOf(row, "title") ?? byEdges(row);
}

type Phrase = (row: Row, part: (field: string) => string) => string | undefined;

const inYear =
  (series: string): Phrase =>
  (row, part) =>
    part(series) && `${part(series)} ${textOf(row, "year")}`;

const phrases: Readonly<Record<string, Phrase>> = {
  Placement: (_row, part) => `${part("city")} in ${part("edition")}`,
  SubScore: (_row, part) => `${part("dimension")} of ${part("city")} in ${part("edition")}`,
  Observation: (row, part) => {
    const [name, period = ""] = [`${part("indicator")} of ${part("subject")}`, textOf(row, "period")];
    return name.endsWith(` ${period}`) ? name : `${name}, ${period}`;
  },
  Win: (row, part) => {
    const winner = winners.map((field) => rowOf(row, field)).find(Boolean);
    const who = winner ? nameOf(winner) : textOf(row, "winner");
    return [part("edition"), textOf(row, "category"), who].filter(Boolean).join(", ");
  },
  Statement: (row, part) => `${part("about")}: ${(textOf(row, "topic") ?? "").replaceAll("-", " ")}`,
  Forecast: (row, part) => {
    const indicator = rowOf(row, "indicator");
    if (!indicator) return undefined;
    return `${nameOf(indicator)}, ${part("subject")}, by ${textOf(row, "targetYear")}, ${nameOf(rowOf(row, "forecaster"))}`;
  },
  Claim: (row) => (rowOf(row, "fact") ? `Claim: ${nameOf(rowOf(row, "fact"))}` : undefined),
  Dispute: (row) => (rowOf(row, "fact") ? `Dispute: ${nameOf(rowOf(row, "fact"))}` : undefined),
  Revision: (row) => `Revision ${textOf(row, "number")}`,
  Change: (row) => (rowOf(row, "fact") ? `Change: ${nameOf(rowOf(row, "fact"))}` : undefined),
  RankingEdition: inYear("ranking"),
  AwardEdition: inYear("award"),
  ExpoEdition: inYear("expo"),
};

/** The name of a row of a type that has no phrase: what it hangs together with, and what tells it from others. */
function byEdges(row: Row): string {
  const edges = Object.keys(row).filter((field) => field !== "source" && rowOf(row, field)?.["id"]);
  const parts = [...edges.map((field) => nameOf(rowOf(row, field))), ...telling.map((field) => textOf(row, field))];
  const known = parts.filter(Boolean);
  return known.length > 0 ? known.join(", ") : words(textOf(row, "id"));
}

/** What an id says, for want of a name: `win, wsca 2020, city`. */
function words(id = ""): string {
  const told = id
    .replace(/^[^:]*:/, "")
    .replaceAll("/", ", ")
    .replaceAll("-", " ");
  return told && told[0]!.toUpperCase() + told.slice(1);
}
