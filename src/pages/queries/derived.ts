import { type GraphQLObjectType, type GraphQLSchema, isNonNullType } from "graphql";
import { type Model, type StoredType } from "../../graph/model";
import { nameFields } from "../naming";

/** How many rows of each list a derived page shows. */
const shown = 100;

/** Asks for all that the model knows of a type's row: its own fields, what it hangs together with, and who says so. */
export function derivedQuery(schema: GraphQLSchema, model: Model, type: StoredType): string {
  const { roots } = type.declaration;
  const by = roots?.by === "slug" ? "slug" : "id";
  const root = roots && roots.by === by ? roots.one : "node";
  const variables = by === "slug" ? "$slug: Slug!, $id: ID!" : "$id: ID!";
  const isFact = type.edges.has("evidence");
  const fields = [
    ...ownFields(model, type),
    ...edgeFields(schema, model, type),
    ...citationFields(type),
    ...listFields(schema, model, type),
  ].map((line) => `    ${line}`);
  const inner = root === "node" ? [`    ... on ${type.name} {`, ...fields.map((line) => `  ${line}`), "    }"] : fields;
  const contested = isFact || type.edges.has("observations") ? [contestedLines] : [];
  return [
    `query ${type.name}(${variables}) {`,
    `  ${root}(${by}: $${by}) {`,
    ...inner,
    "  }",
    ...contested,
    "  graph { revision recordedAt }",
    "}",
  ].join("\n");
}

/** What sources disagree on that concerns the row. */
export const contestedLines = "  contested(about: $id, first: 100) { nodes { ...Contested } }";

/** Columns, parts of the row among them with all that they have. */
function ownFields(model: Model, type: StoredType): string[] {
  return ownColumns(type).map(({ field, embedded }) => {
    if (!embedded) return field;
    const part = model.types.get(embedded)!;
    const edges = [...part.edges].flatMap(([name, edge]) =>
      edge.shape === "one" ? [`${name} { ${nameFields(model, model.types.get(edge.target)!)} }`] : [],
    );
    return `${field} { ${[...[...part.columns.keys()], ...edges].join(" ")} }`;
  });
}

function ownColumns(type: StoredType) {
  return [...type.columns.values()].filter(({ field }) => !type.edges.has(field));
}

/** Edges to one row each, and the evidence. */
function edgeFields(schema: GraphQLSchema, model: Model, type: StoredType): string[] {
  return [...type.edges].flatMap(([field, edge]) => {
    if (edge.shape === "facet") return ["...Told"];
    if (edge.shape === "any") return [`${field} { ...${nameFragment(edge.as)} }`];
    if (edge.shape === "one") {
      const target = model.types.get(edge.target)!;
      return [`${field} { ${target.name === "Source" ? "...Cited" : nameFields(model, target)} }`];
    }
    // A figure that must be asked for by name is among the observations.
    const needsMore = argumentsOf(schema, type, field).some(({ type: of, defaultValue }) => {
      return isNonNullType(of) && defaultValue === undefined;
    });
    return edge.shape === "pick" && edge.target === "Observation" && !needsMore ? [`${field} { ...Figure }`] : [];
  });
}

function citationFields(type: StoredType): string[] {
  const fields = type.computed.has("permalink") ? ["permalink"] : [];
  if (!type.computed.has("citation")) return fields;
  return [
    ...fields,
    "apa: citation(style: APA)",
    "chicago: citation(style: CHICAGO)",
    "bibtex: citation(style: BIBTEX)",
    "cslJson: citation(style: CSL_JSON)",
  ];
}

/** Lists, each with what a row of it says of itself. */
function listFields(schema: GraphQLSchema, model: Model, type: StoredType): string[] {
  return [...type.edges].flatMap(([field, edge]) => {
    if (edge.shape !== "many" && edge.shape !== "list") return [];
    const row = rowFields(schema, model, model.types.get(edge.target)!);
    return edge.shape === "list"
      ? [`${field} { ${row} }`]
      : [`${field}(first: ${shown}) { totalCount nodes { ${row} } }`];
  });
}

/** What is told of a row in a list. */
export function rowFields(schema: GraphQLSchema, model: Model, type: StoredType): string {
  const fragment = { Observation: "Figure", Statement: "Said", Forecast: "Foretold", Source: "Cited" }[type.name];
  const about = [...type.edges].flatMap(([field, edge]) =>
    edge.shape === "any" ? [`${field} { ...${nameFragment(edge.as)} }`] : [],
  );
  if (fragment) return [`...${fragment}`, ...about].join(" ");
  const object = schema.getType(type.name) as GraphQLObjectType;
  const columns = ownColumns(type).filter(({ field, embedded, isList, leaf }) => {
    return !embedded && !isList && leaf !== "JSON" && object.getFields()[field] && !unshown.includes(field);
  });
  const told = type.edges.has("evidence") ? ["...Told"] : type.edges.has("source") ? ["source { ...Cited }"] : [];
  return [nameFields(model, type), ...columns.map(({ field }) => field), ...about, ...told].join(" ");
}

/** Fields that say nothing to a reader of a list. */
const unshown = ["id", "slug", "recordedIn", "ordinal"];

const nameFragment = (as: string) => (as === "Subject" ? "Named" : as === "Fact" ? "NamedFact" : "NamedNode");

const argumentsOf = (schema: GraphQLSchema, type: StoredType, field: string) =>
  (schema.getType(type.name) as GraphQLObjectType).getFields()[field]!.args;
