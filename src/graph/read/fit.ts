import {
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";
import { type Asking, Stored } from "../reckoned";
import { below, collect, type Document } from "./selection";

/** Where the JSON of a stored row is to stand. */
export interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly id: string;
}

/** Places of which the same is asked, since they stand at one field of the document. */
export interface Places {
  /** The type that the field has: a stored type, or an interface of some. */
  readonly type: string;
  readonly nodes: readonly FieldNode[];
  readonly places: Place[];
}

/** Why a field is null. */
export interface Failure extends Pick<Place, "holder" | "key"> {
  readonly error: GraphQLError;
}

/** Fits what was reckoned to what is asked of it: the fields asked for, by their keys; stored rows are left as places. */
export class Fitting {
  /** By the fields down to them. */
  readonly stored = new Map<string, Places>();
  readonly failures: Failure[] = [];
  private readonly pending: Promise<void>[] = [];
  private readonly fields = new WeakMap<readonly FieldNode[], Map<string, FieldNode[]>>();

  constructor(
    private readonly document: Document,
    private readonly asking: Asking,
  ) {}

  /**
   * Puts what `make` makes under a key, as `nodes` ask for it. Where it throws a GraphQLError, a field that may be null is
   * null.
   *
   * @param path the keys down to it, which tell places of one field from those of another
   * @throws TypeError where the value is not of the type: a fault of ours
   */
  give(
    holder: Record<string, unknown>,
    key: string,
    make: () => unknown,
    type: GraphQLOutputType,
    nodes: readonly FieldNode[],
    path: string,
  ): void {
    const failed = (error: unknown): void => {
      if (!(error instanceof GraphQLError) || isNonNullType(type)) throw error;
      holder[key] = null;
      this.failures.push({ error, holder, key });
    };
    try {
      const value = make();
      if (!(value instanceof Promise)) {
        this.put(holder, key, value, type, nodes, path);
        return;
      }
      // The key has its place among the others before it is known.
      holder[key] = null;
      this.pending.push(value.then((known) => this.put(holder, key, known, type, nodes, path)).catch(failed));
    } catch (error) {
      failed(error);
    }
  }

  /** Waits for what takes its time. */
  async settled(): Promise<void> {
    while (this.pending.length > 0) await Promise.all(this.pending.splice(0));
  }

  private put(
    holder: Record<string, unknown>,
    key: string,
    value: unknown,
    type: GraphQLOutputType,
    nodes: readonly FieldNode[],
    path: string,
  ): void {
    const nullable = getNullableType(type);
    if (value === null || value === undefined) {
      if (isNonNullType(type)) throw new TypeError(`${path} is reckoned as null, which ${type} cannot be`);
      holder[key] = null;
    } else if (isListType(nullable)) {
      const list: unknown[] = [];
      holder[key] = list;
      (value as readonly unknown[]).forEach((item, i) => {
        this.put(list as unknown as Record<string, unknown>, String(i), item, nullable.ofType, nodes, path);
      });
    } else if (isLeafType(nullable)) {
      if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${path} is reckoned as ${value}`);
      holder[key] = value;
    } else if (value instanceof Stored) {
      holder[key] = null;
      const known = this.stored.get(path) ?? { type: getNamedType(type).name, nodes, places: [] };
      this.stored.set(path, known);
      known.places.push({ holder, key, id: value.id });
    } else {
      holder[key] = this.object(value as Record<string, unknown>, nullable as GraphQLObjectType, nodes, path);
    }
  }

  private object(
    value: Record<string, unknown>,
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    path: string,
  ): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    for (const [key, asked] of this.fieldsOf(type, nodes)) {
      const node = asked[0]!;
      const name = node.name.value;
      if (name === "__typename") {
        out[key] = type.name;
        continue;
      }
      const definition = type.getFields()[name]!;
      const known = value[name];
      const make = () =>
        typeof known === "function"
          ? known(getArgumentValues(definition, node, this.document.variables), this.asking)
          : known;
      this.give(out, key, make, definition.type, asked, `${path}.${key}`);
    }
    return out;
  }

  /** All objects of a list are asked for the same, and are looked up once. */
  private fieldsOf(type: GraphQLObjectType, nodes: readonly FieldNode[]): Map<string, FieldNode[]> {
    const known = this.fields.get(nodes) ?? collect(this.document, type, below(nodes));
    this.fields.set(nodes, known);
    return known;
  }
}
