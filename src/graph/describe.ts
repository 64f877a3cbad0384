import {
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";

/**
 * Gives words to what has none of its own. A field of a submission says what the field says that it becomes; conditions
 * and the parts of a page say the same everywhere; any other says what its type says.
 */
export function describe(schema: GraphQLSchema): void {
  schema.getQueryType()!.description ??= "What can be asked of the graph.";
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || !hasFields(type)) continue;
    const become = isInputObjectType(type) ? fieldsOf(schema.getType(type.name.replace(/Input$/, ""))) : {};
    for (const field of Object.values(type.getFields())) {
      const conditions = isInputObjectType(type) && type.name.endsWith("Filter") ? comparisons : parts;
      field.description ??= become[field.name]?.description ?? conditions[field.name] ?? wordsOf(field.type);
      if (!("args" in field)) continue;
      for (const arg of field.args) arg.description ??= keys[arg.name] ?? wordsOf(arg.type);
    }
    if (isInputObjectType(type)) type.description ??= "What a source says of it, as a submission has it.";
  }
}

const wordsOf = (type: GraphQLInputType | GraphQLOutputType) => getNamedType(type as GraphQLOutputType).description;

const hasFields = (type: GraphQLNamedType) => isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);

type Described = Readonly<Record<string, { readonly description?: string | null | undefined }>>;

const fieldsOf = (type: GraphQLNamedType | undefined): Described => (type && hasFields(type) ? type.getFields() : {});

type Words = Readonly<Record<string, string>>;

const comparisons: Words = {
  eq: "It is this.",
  ne: "It is known, and is not this.",
  in: "It is one of these.",
  notIn: "It is known, and is none of these.",
  gt: "It is greater than this.",
  gte: "It is this or greater.",
  lt: "It is less than this.",
  lte: "It is this or less.",
  isNull: "True: it is not known. False: it is known.",
  contains: "It holds this; case, accents and signs do not matter, but where it is nothing but signs.",
  startsWith: "It begins so; case and accents do not matter.",
};

const parts: Words = {
  node: "The row.",
  pageInfo: "Where the page stands in its list.",
  field: "What to order by.",
  direction: "Least or greatest first.",
};

/** What arguments name by which one row is looked up. */
const keys: Words = {
  id: "Its global id, such as `City:shanghai-cn`.",
  ids: "Global ids, such as `City:shanghai-cn`.",
  slug: "Its slug, such as `shanghai-cn`.",
  number: "Its number.",
  indicator: "The slug of the indicator.",
  period: "The period, such as `2024`; the latest when not given.",
};
