import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from "graphql";
import { isPartialDate as isDate, isMoment } from "./date";

/**
 * A scalar that takes only the values `accepts` lets through; `description` ends the sentence "expects ...".
 *
 * @param jsonSchema the same for editors, as near as JSON Schema comes
 */
function scalar<Value>(
  name: string,
  description: string,
  accepts: (value: unknown) => value is Value,
  jsonSchema: Readonly<Record<string, unknown>> = {},
) {
  const parse = (value: unknown): Value => {
    if (accepts(value)) return value;
    throw new GraphQLError(`${name} expects ${description}, got ${JSON.stringify(value)}`);
  };
  return new GraphQLScalarType<Value, Value>({
    name,
    description: `${description[0]!.toUpperCase()}${description.slice(1)}.`,
    extensions: { jsonSchema },
    serialize: parse,
    parseValue: parse,
    // Literals keep their GraphQL kind: "2023" in quotes is no Int.
    parseLiteral: (node) => parse(literal(node)),
  });
}

function literal(node: ValueNode): unknown {
  return node.kind === Kind.INT || node.kind === Kind.FLOAT ? Number(node.value) : valueFromASTUntyped(node);
}

const isPartialDate = (value: unknown): value is string => typeof value === "string" && isDate(value);

const text =
  (pattern: RegExp, longest: number) =>
  (value: unknown): value is string =>
    typeof value === "string" && value.length <= longest && pattern.test(value);

const number =
  (accepts: (value: number) => boolean) =>
  (value: unknown): value is number =>
    typeof value === "number" && Number.isFinite(value) && accepts(value);

export const Slug = scalar(
  "Slug",
  "lower-case words (a to z, 0 to 9) joined by hyphens, such as `shanghai-cn`",
  text(/^[a-z0-9]+(-[a-z0-9]+)*$/, 200),
  { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" },
);

export const Year = scalar(
  "Year",
  "a calendar year from 1900 to 2200",
  number((value) => Number.isInteger(value) && value >= 1900 && value <= 2200),
  { type: "integer", minimum: 1900, maximum: 2200 },
);

export const Rank = scalar(
  "Rank",
  "a whole number of 1 or more, best is 1",
  number((value) => Number.isInteger(value) && value >= 1 && value <= 1_000_000),
  { type: "integer", minimum: 1, maximum: 1_000_000 },
);

export const PartialDate = scalar(
  "PartialDate",
  "a date as far as it is known: `2023`, `2023-06` or `2023-06-21`",
  isPartialDate,
  { type: "string", pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$" },
);

export const Moment = scalar(
  "Moment",
  "a day, month or year, in UTC, such as `2026-12-01`, or a moment with its time zone, such as `2026-12-01T09:30:00Z` or `2026-12-01T10:30+01:00`",
  (value): value is string => typeof value === "string" && (isDate(value) || isMoment(value)),
);

const isPeriod = (value: unknown): value is string => {
  if (typeof value !== "string") return false;
  const [from, to, ...more] = value.split("/");
  return isPartialDate(from) && more.length === 0 && (to === undefined || (isPartialDate(to) && to > from));
};

export const Period = scalar(
  "Period",
  "a date as far as it is known, or two of them with a slash between: `2023`, `2023-10`, `2018/2022`",
  isPeriod,
  { type: "string", pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?(/\\d{4}(-\\d{2}(-\\d{2})?)?)?$" },
);

const isUrl = (value: unknown): value is string => text(/^https?:\/\/\S+$/, 2000)(value) && URL.canParse(value);

export const Url = scalar("Url", "an http or https address", isUrl, { type: "string", pattern: "^https?://\\S+$" });

export const Latitude = scalar(
  "Latitude",
  "degrees north, from -90 to 90",
  number((value) => Math.abs(value) <= 90),
  { type: "number", minimum: -90, maximum: 90 },
);

export const Longitude = scalar(
  "Longitude",
  "degrees east, from -180 to 180",
  number((value) => Math.abs(value) <= 180),
  { type: "number", minimum: -180, maximum: 180 },
);

export const Share = scalar(
  "Share",
  "a share from 0 to 1",
  number((value) => value >= 0 && value <= 1),
  { type: "number", minimum: 0, maximum: 1 },
);

export const Timestamp = scalar(
  "Timestamp",
  "a moment in UTC, such as `2026-11-24T09:30:00.000Z`",
  text(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 24),
);

export const Json = scalar("JSON", "any JSON value", (value): value is unknown => value !== undefined);
