import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  GraphQLString,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
} from "graphql";
import { schema } from "../../../src/app";
import { type Measured, measureOf } from "../oracle/declared";
import { type Draft } from "./draft";

/** A `where` of a filter type, `depth` conditions within conditions deep at most. */
export function whereOf(draft: Draft, type: GraphQLInputObjectType, depth: number): Record<string, unknown> {
  const { dice } = draft;
  const filtered = type.name.replace(/(List)?Filter$/, "");
  const fields = Object.values(type.getFields()).filter(({ type: of }) => depth > 0 || !isNested(getNamedType(of)));
  const count = dice.chance(5) ? 0 : dice.chance(75) ? 1 : 2;
  return Object.fromEntries(
    dice.some(fields, count).map((field) => [field.name, conditionOf(draft, filtered, field.name, field.type, depth)]),
  );
}

/** Whether conditions of this type are about another row, or about several conditions together. */
const isNested = (type: unknown) => isInputObjectType(type) && !("isNull" in type.getFields());

function conditionOf(draft: Draft, filtered: string, field: string, type: GraphQLInputType, depth: number): unknown {
  const { dice } = draft;
  if (dice.chance(3)) return null;
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return wordOf(draft, filtered, "name");
  if (isListType(getNullableType(type))) {
    return Array.from({ length: dice.int(0, 2) }, () => whereOf(draft, named, depth - 1));
  }
  const measure = measureOf(filtered);
  if (measure?.measure.by === field) return figureOf(draft, measure, named);
  return isNested(named)
    ? whereOf(draft, named, depth - 1)
    : comparisonOf(draft, filtered, field, Object.values(named.getFields()));
}

/** A condition on the figure of an indicator, or that there is one. */
function figureOf(draft: Draft, { target, measure }: Measured, type: GraphQLInputObjectType) {
  const { dice } = draft;
  const { slug, year, ...operators } = type.getFields();
  return {
    ...(dice.chance(80) && comparisonOf(draft, target.name, measure.value, Object.values(operators))),
    ...(year && dice.chance(30) && { year: yearOf(draft, target.name, measure.period) }),
    ...(slug && { slug: nameOf(draft, target.name, measure.by) }),
  };
}

/** A name that is there: one that is not is told, wherever it stands, and is tested apart. */
export const nameOf = ({ dice, samples }: Draft, type: string, field: string) => dice.one(samples.of(type, field));

export const yearOf = ({ dice, samples }: Draft, type: string, period: string) =>
  Number(String(dice.one(samples.of(type, period))).slice(0, 4));

type Operator = Pick<GraphQLInputField, "name" | "type">;

/** A comparison with values that stand in the data. */
function comparisonOf(draft: Draft, filtered: string, field: string, possible: readonly Operator[]) {
  const { dice } = draft;
  const operators = dice.some(possible, dice.chance(80) ? 1 : 2);
  return Object.fromEntries(
    operators.map(({ name, type: of }) => {
      if (dice.chance(3)) return [name, null];
      if (name === "isNull") return [name, dice.chance(50)];
      if (name === "contains" || name === "startsWith") return [name, wordOf(draft, filtered, field)];
      const one = () => sampleOf(draft, getNamedType(of), filtered, field);
      return [name, isListType(getNullableType(of)) ? Array.from({ length: dice.int(0, 3) }, one) : one()];
    }),
  );
}

/** A value of a leaf type: mostly one that a field has. */
export function sampleOf(draft: Draft, type: GraphQLNamedInputType, owner: string, field: string): unknown {
  const { dice, samples } = draft;
  const isFit = (value: unknown) => fits(type.name, value);
  const found = isObjectType(schema.getType(owner)) ? samples.of(owner, field).filter(isFit) : [];
  if (found.length > 0 && !dice.chance(4)) return dice.one(found);
  if (isEnumType(type)) return dice.one(type.getValues()).name;
  if (type.name === "ID") return dice.one(draft.samples.ids);
  if (type.name === "Boolean") return dice.chance(50);
  if (type.name === "Int") return dice.int(0, 2030);
  if (type.name === "Float") return dice.int(-10, 1000) / 4;
  if (type.name === "Period") return String(dice.int(1990, 2030));
  return dice.one(
    ["", "x", "shanghai", "zurich-ch", "École", "観光"].filter(
      (word) => type.name !== "Slug" || /^[a-z-]+$/.test(word),
    ),
  );
}

function fits(type: string, value: unknown): boolean {
  if (type === "Int") return Number.isInteger(value);
  if (type === "Float") return typeof value === "number";
  if (type === "Boolean") return typeof value === "boolean";
  return typeof value === "string";
}

/** A piece of a text that stands in the data, its case or accents changed now and then. */
function wordOf(draft: Draft, filtered: string, field: string): string {
  const { dice } = draft;
  const text = String(sampleOf(draft, GraphQLString, filtered, field));
  const words = [...dice.one(text.split(" "))];
  const piece = words.slice(0, dice.int(0, words.length)).join("");
  if (dice.chance(20)) return piece.toUpperCase();
  return dice.chance(20) ? piece.normalize("NFD").replace(/[\u0300-\u036f]/g, "") : piece;
}
