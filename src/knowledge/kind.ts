import { type Class, type Edge } from "../graph/edge";
import { type TypeDeclaration } from "../graph/model";

/** A kind of thing or fact: all that intake, store and graph need to know of it. */
export interface Kind<Input extends object = Row> {
  /** Its table, its section in submissions and its root field for many: `placements`. */
  readonly name: string;
  /** Its root field for one: `placement`. */
  readonly one: string;
  /** What the root field for one asks for: a slug, or the global id where a row's id is more than a word. */
  readonly by: "slug" | "id";
  /** The class that declares its graph type and its table. */
  readonly entity: Class;
  /** The class that declares the shape in which a row arrives. */
  readonly input: Class;
  /** What identifies a row, whoever says it. */
  identify(row: Input): string;
  readonly edges: readonly Edge[];
  /** For facts: how claims are compared. Things are claimed once. */
  readonly claims?: Claims<Input>;
  /** For things: the names they are found by. */
  readonly isNamed: boolean;
  readonly through?: TypeDeclaration["through"];
  readonly order?: TypeDeclaration["order"];
  readonly sql?: TypeDeclaration["sql"];
  readonly brief?: TypeDeclaration["brief"];
  /** What is wrong with a row beyond its shape: each with the field and what was expected. */
  check?(row: Input): readonly Fault[];
  /** Columns that follow from a row's own fields. */
  derives?(row: Input): Row;
  /** SQL that finds what is wrong with recorded claims ($1, their ids) in the light of the graph: `id`, `field`, `message`, `code`. */
  readonly audit?: string;
  /** What a row names within its parts or by global id, beyond its columns with a foreign key. */
  mentions?(row: Input): readonly Mention[];
}

/** A row as it arrives: what its input type lets through. */
export type Row = Record<string, unknown>;

export interface Fault {
  readonly path: string;
  readonly message: string;
}

export interface Mention {
  readonly path: string;
  /** The global id it must have, such as `Organisation:imd`. */
  readonly id: string;
}

/** How two values of one field are compared. Values that cannot both be right make a fact contested. */
export type Comparison =
  /** Numbers must be equal. */
  | "exactly"
  /** Numbers agree if they can be one number, rounded as each is printed. */
  | "rounded"
  /** Numbers with a qualifier beside them agree if one number fits all; "about" allows a twentieth either way. */
  | "quantity"
  /** Words agree without regard to case and accents. */
  | "words"
  /** Dates agree if one could be the other, less exactly told. */
  | "date";

export interface Claims<Input extends object = Row> {
  /** The fields that are compared, and how. */
  readonly compares: Readonly<Partial<Record<keyof Input & string, Comparison>>>;
  /** Fields that are one statement and are never mixed from several claims; the first of each list decides. */
  readonly together?: readonly (readonly (keyof Input & string)[])[];
  /** What a claim says, in words: `rank 2, score 78.1`. */
  says(row: Input): string;
}

/** Parts of a sentence, those that are known. */
export function sentence(parts: Readonly<Record<string, unknown>>): string {
  const known = Object.entries(parts).filter(([, value]) => value !== undefined && value !== null);
  return known.map(([name, value]) => `${name} ${value}`).join(", ");
}

/** A kind of thing. */
export function thing<Input extends object>(kind: Omit<Kind<Input>, "by" | "isNamed" | "claims">): Kind {
  return { order: ["name"], ...kind, by: "slug", isNamed: true } as unknown as Kind;
}

/** A kind of fact. */
export function fact<Input extends object>(kind: Omit<Kind<Input>, "isNamed"> & { claims: Claims<Input> }): Kind {
  return { ...kind, isNamed: false } as unknown as Kind;
}
