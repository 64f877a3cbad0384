import {
  astFromValue,
  type ConstValueNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parseType,
  type ValueNode,
  type VariableDefinitionNode,
} from "graphql";
import { type Dice } from "./dice";
import { type Samples } from "./samples";

/** A fragment of a draft, and where it may be spread. */
export interface Fragment {
  readonly node: FragmentDefinitionNode;
  readonly type: GraphQLCompositeType;
  readonly keys: ReadonlyMap<string, string>;
  /** How many rows it was written to be read for. */
  readonly rows: number;
  /** For how many types. */
  readonly breadth: number;
}

/** An operation while it is written: its variables, its fragments, and how much may yet be added. */
export class Draft {
  readonly definitions: VariableDefinitionNode[] = [];
  readonly variables: Record<string, unknown> = {};
  /** Other values for the same variables: shapes that a plan of the first ones may not fit. */
  readonly others: Record<string, unknown> = {};
  readonly fragments: Fragment[] = [];
  private count = 0;

  constructor(
    readonly dice: Dice,
    readonly samples: Samples,
    /** How many fields may yet be added. */
    public budget: number,
  ) {}

  /** A name that nothing else in the operation has. */
  fresh(beginning: string): string {
    return `${beginning}${this.count++}`;
  }

  /** A value as an argument: written out, or as a variable, at any depth of it. As a whole it may be another next time. */
  value(type: GraphQLInputType, value: unknown, again: () => unknown = () => value): ValueNode {
    if (this.dice.chance(25)) return this.variable(type, value, again);
    if (value === null) return { kind: Kind.NULL };
    const nullable = getNullableType(type);
    if (isListType(nullable) && Array.isArray(value)) {
      return { kind: Kind.LIST, values: value.map((item) => this.value(nullable.ofType, item)) };
    }
    if (isInputObjectType(nullable)) {
      const fields = Object.entries(value as object).map(([name, part]) => ({
        kind: Kind.OBJECT_FIELD as const,
        name: { kind: Kind.NAME as const, value: name },
        value: this.value(nullable.getFields()[name]!.type, part),
      }));
      return { kind: Kind.OBJECT, fields };
    }
    return literal(type, value);
  }

  private variable(type: GraphQLInputType, value: unknown, again: () => unknown): ValueNode {
    const name = this.fresh("v");
    const variable = { kind: Kind.VARIABLE as const, name: { kind: Kind.NAME as const, value: name } };
    const nullable = getNullableType(type);
    const isLeftOut = value === null && !isNonNullType(type) && this.dice.chance(50);
    const isDefault = value !== null && this.dice.chance(20);
    const isRequired = value !== null && !isDefault && (isNonNullType(type) || this.dice.chance(30));
    this.definitions.push({
      kind: Kind.VARIABLE_DEFINITION,
      variable,
      type: parseType(`${nullable}${isRequired ? "!" : ""}`),
      ...(isDefault && { defaultValue: literal(nullable, value) as ConstValueNode }),
    });
    if (!isLeftOut && !(isDefault && this.dice.chance(70))) this.variables[name] = value;
    const other = again();
    if (other !== null || (!isRequired && !isNonNullType(type))) this.others[name] = other;
    else if (value !== null) this.others[name] = value;
    return variable;
  }
}

function literal(type: GraphQLInputType, value: unknown): ValueNode {
  const node = astFromValue(value, type);
  if (!node) throw new TypeError(`${JSON.stringify(value)} is no ${type}`);
  return node;
}
