import {
  type ConstValueNode,
  GraphQLBoolean,
  GraphQLError,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  getNullableType,
  isInputType,
  isLeafType,
  isListType,
  Kind,
  parseConstValue,
  valueFromASTUntyped,
  visit,
} from "graphql";
import { didYouMean } from "graphql/jsutils/didYouMean";
import { suggestionList } from "graphql/jsutils/suggestionList";
import { coerce, type ValueFault } from "../coerce";
import { type StoredType } from "../model";
import { type Variables } from "../read/bound";
import { expectedTime, timeAsked } from "../time-asked";

/** What an export may be asked with: the arguments of the list itself, how many rows, and as of when. */
export function parametersOf(schema: GraphQLSchema, { name, declaration: { roots } }: StoredType) {
  const root = roots && schema.getQueryType()?.getFields()[roots.many];
  const asked = root?.args.filter((arg) => Object.hasOwn(roots?.asked ?? {}, arg.name)) ?? [];
  const order = typeNamed(schema, `${name}Order`);
  const parameters: Parameter[] = [
    {
      name: "where",
      type: typeNamed(schema, `${name}Filter`),
      description: "Only rows that meet every condition given, written as in GraphQL or as JSON.",
    },
    {
      name: "orderBy",
      type: new GraphQLList(new GraphQLNonNull(order)),
      description: "In this order; without it, in the order of the graph's own list.",
    },
    ...asked.map(({ name: arg, type, description }) => ({ name: arg, type, description: description ?? "" })),
    { name: "first", type: GraphQLInt, description: "The first rows; all of them without it." },
    { name: "asOf", type: GraphQLString, description: "Short for `revision`, if it is a number, or for `date`." },
    { name: "revision", type: GraphQLInt, description: "As the graph was at this revision." },
    {
      name: "date",
      type: typeNamed(schema, "Moment"),
      description: "As the graph was when this day, month or year ended, in UTC, or at this moment; it must be over.",
    },
    {
      name: "exact",
      type: GraphQLBoolean,
      description: "In CSV, leaves text as it is that a spreadsheet would take for a formula; see docs/export.md.",
    },
  ];
  return parameters;
}

/** A parameter of an export. */
export interface Parameter {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly description: string;
}

function typeNamed(schema: GraphQLSchema, name: string): GraphQLInputType {
  const type = schema.getType(name);
  if (!isInputType(type)) throw new TypeError(`the schema has no input ${name}`);
  return type;
}

/** A request for an export that cannot be met: all that is wrong with it. */
export class ExportFaults extends Error {
  override readonly name = "ExportFaults";
  constructor(readonly faults: readonly ValueFault[]) {
    super(faults.map(({ message }) => message).join("\n"));
  }
}

/**
 * Reads the parameters of a request.
 *
 * @throws ExportFaults with everything that is wrong with them
 */
export function readParameters(parameters: readonly Parameter[], asked: URLSearchParams): Variables {
  const given = new URLSearchParams([...asked].map(([name, value]) => spelledOut(name, value)));
  const faults: ValueFault[] = [];
  const values: Record<string, unknown> = {};
  for (const name of new Set(given.keys())) {
    const parameter = parameters.find((known) => known.name === name);
    // What is left of `asOf` is short for nothing.
    if (name === "asOf")
      faults.push({ path: name, message: `asOf: expected ${expectedTime}, got ${JSON.stringify(given.get(name))}` });
    else if (!parameter) faults.push(unknownParameter(name, parameters));
    else if (given.getAll(name).length > 1)
      faults.push({ path: name, message: `${name}: expected once, got it ${given.getAll(name).length} times` });
    else {
      const read = readParameter(parameter, given.get(name)!);
      faults.push(...read.faults);
      values[name] = read.value;
    }
  }
  if (given.has("revision") && given.has("date"))
    faults.push({ path: "revision", message: "revision: expected `revision` or `date`, got both" });
  if (faults.length > 0) throw new ExportFaults(faults);
  return values;
}

/** A parameter, `asOf` by what it is short for. */
function spelledOut(name: string, value: string): [string, string] {
  if (name !== "asOf") return [name, value];
  const time = timeAsked(value);
  return [time.name, time.value];
}

function unknownParameter(name: string, parameters: readonly Parameter[]): ValueFault {
  const known = parameters.map((parameter) => parameter.name);
  const hint = ["after", "before", "last"].includes(name)
    ? "; an export is the whole list, without pages"
    : didYouMean(suggestionList(name, known)).replace(/^ /, ". ");
  return { path: name, message: `${name}: expected one of ${known.join(", ")}${hint}` };
}

function readParameter({ name, type }: Parameter, text: string) {
  try {
    const { value, faults } = coerce(plainValue(text, type), type);
    const all = [
      ...faults,
      ...(faults.length === 0 && name === "first" && (value as number) < 0 ? [tooFew(value)] : []),
    ];
    return { value, faults: all.map((fault) => within(name, fault)) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { value: undefined, faults: [within(name, { path: "", message: error.message })] };
  }
}

const tooFew = (got: unknown) => ({ path: "", message: `expected 0 or more, got ${got}` });

function within(name: string, { path, message }: ValueFault): ValueFault {
  const whole = path === "" ? name : `${name}.${path}`;
  return { path: whole, message: `${whole}: ${message}` };
}

/** A scalar or a list of scalars may come as bare words; all else is a literal of GraphQL, or JSON. */
function plainValue(text: string, type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  const named = getNamedType(type);
  if (!isLeafType(named) || /^\s*["[]/.test(text)) return structured(text);
  const word = (part: string) => {
    if (named.name === "Boolean" && /^(true|false)$/.test(part)) return part === "true";
    return named.name === "Int" && /^\s*-?\d+\s*$/.test(part) ? Number(part) : part;
  };
  return isListType(nullable) ? text.split(",").map((part) => word(part.trim())) : word(text);
}

function structured(text: string): unknown {
  const value = json(text);
  if (value !== undefined) return value.parsed;
  const node = parseConstValue(text, { maxTokens: 5_000, noLocation: true });
  refuse(node);
  return valueFromASTUntyped(node);
}

function json(text: string): { parsed: unknown } | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (depthOf(parsed) > mostDepth) throw tooDeep();
    return { parsed };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** How deep conditions may stand within each other: as deep as an operation of the graph. */
const mostDepth = 25;

const tooDeep = () => new GraphQLError(`expected conditions at most ${mostDepth} deep, got deeper ones`);

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

/** Throws GraphQLError for what the parser lets through and coercion would not see. */
function refuse(node: ConstValueNode): void {
  let depth = 0;
  visit(node, {
    enter(part) {
      if (part.kind === Kind.OBJECT && ++depth > mostDepth) throw tooDeep();
      if (part.kind !== Kind.OBJECT) return;
      const names = part.fields.map(({ name }) => name.value);
      const twice = names.find((name, i) => names.indexOf(name) < i);
      if (twice)
        throw new GraphQLError(`expected each field once, got \`${twice}\` twice; join conditions with \`and\``);
    },
    leave(part) {
      if (part.kind === Kind.OBJECT) depth--;
    },
  });
}
