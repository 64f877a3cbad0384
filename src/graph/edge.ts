/** A class that declares a graph type, and with a table also its rows. */
export type Class = abstract new () => object;

/** How a type hangs together with another: the declaration gives the graph its field and the compiled read its join. */
export type Edge = OneEdge | ManyEdge | AnyEdge | FacetEdge | PickEdge;

interface Declared {
  /** The type that carries the field. */
  readonly owner: Class;
  readonly field: string;
  readonly description: string;
}

/** To the one row whose id stands in a column of the owner. */
export interface OneEdge extends Declared {
  readonly shape: "one";
  readonly target: Class;
  /** The owner's property that holds the id. */
  readonly by: string;
  /** Whether a row may name none; the field then answers null. */
  readonly nullable: boolean;
}

/** To every row that names the owner: a connection, or a plain list where there can only be a few. */
export interface ManyEdge extends Declared {
  readonly shape: "many" | "list";
  readonly target: Class;
  /** The target's property that names the owner. */
  readonly on: string;
  /** What `on` holds: the owner's row id (the default), its global id (`City:shanghai-cn`), or a column of it. */
  readonly holds: string;
  /** Orders by default, such as `["year desc", "city.name"]`; ties are broken by id. */
  readonly order: readonly string[];
}

/** To the row of any type whose global id stands in a column of the owner. */
export interface AnyEdge extends Declared {
  readonly shape: "any";
  readonly by: string;
  readonly nullable: boolean;
  /** The interface the field answers with. */
  readonly as: string;
}

/** To another view of the owner's own row, such as its evidence. */
export interface FacetEdge extends Declared {
  readonly shape: "facet";
  readonly target: Class;
}

/** To the first of the rows that name the owner and meet fixed and asked-for values; null when there is none. */
export interface PickEdge extends Declared {
  readonly shape: "pick";
  readonly target: Class;
  readonly on: string;
  readonly holds: ManyEdge["holds"];
  /** As above; `status=PLANNED,FORECAST` has rows with one of these values come last. */
  readonly order: readonly string[];
  /** Values that properties of the target must have. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Properties of the target that callers may ask for, with their types in SDL. */
  readonly asked: Readonly<Record<string, string>>;
  /** Set where the owner's lists can be filtered and ordered by a number of the picked row. */
  readonly measure?: Measure;
}

/** How a row is measured by others: by what they name, in which period, with which number; all are properties of the target. */
export interface Measure {
  /** The property that names what is measured; filters and orders ask for it under this name. */
  readonly by: string;
  readonly period: string;
  readonly value: string;
  /** The table `(id, <by>, <on>, <value>)` that holds the first row in `order` of each, as it stands. */
  readonly kept: string;
}

/** The edge from a row to the one it names in its column `field`. */
export function one(owner: Class, field: string, target: Class, description: string, by = field): OneEdge {
  return { shape: "one", owner, field, target, description, by, nullable: false };
}

/** The same edge, where a row may name none. */
export function optional<Declared extends OneEdge | AnyEdge>(edge: Declared): Declared {
  return { ...edge, nullable: true };
}

/** The edge from a row to all that name it, as a connection. */
export function many(owner: Class, field: string, target: Class, how: ManyHow, description: string): ManyEdge {
  return { shape: "many", owner, field, target, description, holds: "id", order: [], ...how };
}

/** The edge from a row to the few that name it, as a plain list. */
export function list(owner: Class, field: string, target: Class, how: ManyHow, description: string): ManyEdge {
  return { ...many(owner, field, target, how, description), shape: "list" };
}

/** The edge to a row of any type, named by its global id. */
export function any(owner: Class, field: string, as: string, description: string, by = field): AnyEdge {
  return { shape: "any", owner, field, as, description, by, nullable: false };
}

/** The edge from a row to another view of itself. */
export function facet(owner: Class, field: string, target: Class, description: string): FacetEdge {
  return { shape: "facet", owner, field, target, description };
}

type ManyHow = Pick<ManyEdge, "on"> & Partial<Pick<ManyEdge, "holds" | "order">>;

/** The edge from a row to the first, in an order, of those that name it. */
export function pick(owner: Class, field: string, target: Class, how: PickHow, description: string): PickEdge {
  return { shape: "pick", owner, field, target, description, holds: "id", fixed: {}, asked: {}, ...how };
}

type PickHow = Pick<PickEdge, "on" | "order"> & Partial<Pick<PickEdge, "holds" | "fixed" | "asked" | "measure">>;
