import { type FieldNode, type GraphQLField, type SelectionSetNode } from "graphql";
import { badInput } from "../bad-input";
import { measureEdge } from "../measure";
import { type StoredType } from "../model";
import { pageSize } from "../sdl";
import { askedOrder, type Step, stepsOf } from "./asked-order";
import { type Bound, bindArguments, leaf } from "./bound";
import { type Compile, storedType } from "./compile";
import { everyRow } from "./conditions";
import { countSql } from "./count";
import { cursorSql, listMark, readCursor } from "./cursor";
import { filterSql } from "./filter";
import { Held } from "./held";
import { Joins } from "./joins";
import { type Json, jsonList, jsonObject, jsonOrNull, jsonSql, jsonValue, jsonWord, textOf } from "./json";
import { beyondSql, collated, heldKeys, type Key, orderBySql, orderOf } from "./order";
import { type Row, tableRow } from "./row";
import { below, collect } from "./selection";

/** A list to page through. */
export interface Paged {
  /** What a cursor of the list remembers it by, such as `City.placements`. */
  readonly list: string;
  readonly target: StoredType;
  /** SQL for which rows belong to it. */
  condition(alias: string): string;
  readonly order: readonly string[];
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

/** A connection: its page, told by keys rather than by counting, and what else is asked of it. */
export function connection(compile: Compile, paged: Paged): Json {
  const { target, nodes } = paged;
  const args = bindArguments(nodes[0]!, paged.definition.args, compile.document.variables);
  const connectionType = compile.document.schema.getType(`${target.name}Connection`) as never;
  const fields = collect(compile.document, connectionType, below(nodes));
  const tellsPlaces = [...fields.values()].some(([node]) => node!.name.value === "pageInfo");
  const parts = new Parts(compile, paged, args, tellsPlaces);
  const pairs = [...fields].map(([key, of]) => {
    const field = of[0]!.name.value;
    const isName = field === "__typename";
    return [key, isName ? jsonWord(`${target.name}Connection`) : parts.field(field, of)] as const;
  });
  return jsonSql(parts.select(textOf(jsonObject(pairs))));
}

/** What a connection answers with: every field is an aggregate over the rows of its page. */
class Parts {
  private readonly row: Row;
  private readonly joins = new Joins();
  private readonly held: Held;
  private readonly page: Page;
  /** Whether something gathers the rows of the page; they are not read for anything less. */
  private usesPage = false;
  /** Whether the page reads one row beyond its end, to know that there is one. */
  private looksAhead = false;
  /** Whether the page's rows tell their place by the figures that the list goes by. */
  private tellsRank = false;
  private cutFrom: ReturnType<Parts["source"]> | undefined;
  private readonly steps: readonly Step[];
  private readonly mark: string;

  constructor(
    private readonly compile: Compile,
    private readonly paged: Paged,
    private readonly args: ReadonlyMap<string, Bound>,
    /** Whether the rows of the page are numbered, as what tells of its ends needs them. */
    private readonly isNumbered: boolean,
  ) {
    this.held = new Held(compile, paged.target);
    this.row = this.held.row;
    this.page = pageOf(args);
    const usual = paged.order.length > 0 ? paged.order : (paged.target.declaration.order ?? []);
    this.steps = stepsOf(compile, paged.target, args.get("orderBy"), usual);
    this.mark = listMark(
      paged.list,
      this.steps.map(({ word }) => word),
    );
  }

  field(field: string, nodes: readonly FieldNode[]): Json {
    if (field === "totalCount") return this.total();
    if (field === "pageInfo") return this.pageInfo(nodes);
    if (field === "nodes") return this.list(this.node(nodes));
    return this.list(this.edge(nodes));
  }

  private node(nodes: readonly FieldNode[]): Json {
    this.held.joined(this.shownSource(), this.joins);
    return this.compile.object(this.row, below(nodes), this.joins);
  }

  /** The whole of it, `json` being written in terms of the page's rows. */
  select(json: string): string {
    return this.usesPage
      ? `(select ${json} from (${this.rows()}) ${this.row.alias} ${this.joins.sql})`
      : `(select ${json})`;
  }

  private readonly shown = () => `filter (where ${this.row.alias}.n_ <= ${this.page.size})`;

  private list(each: Json): Json {
    this.usesPage = true;
    if (!this.isNumbered) return jsonList(each, orderBySql(heldKeys(this.shownSource().keys, this.row.alias), false));
    return jsonList(each, `${this.row.alias}.n_${this.page.backwards ? " desc" : ""}`, this.shown());
  }

  private edge(nodes: readonly FieldNode[]): Json {
    const type = this.compile.document.schema.getType(`${this.paged.target.name}Edge`) as never;
    const pairs = [...collect(this.compile.document, type, below(nodes))].map(([key, fields]) => {
      const field = fields[0]!.name.value;
      const isName = field === "__typename";
      return [key, isName ? jsonWord(`${this.paged.target.name}Edge`) : this.edgeField(field, fields)] as const;
    });
    return jsonObject(pairs);
  }

  private edgeField(field: string, nodes: readonly FieldNode[]): Json {
    if (field === "cursor") return jsonValue(this.cursor(), "Cursor");
    if (field === "node") return this.node(nodes);
    if (!this.steps[0]?.figure) return jsonWord(null);
    if (field === "rank") {
      this.tellsRank = true;
      return jsonValue(`${this.row.alias}.r_`, "Int");
    }
    const figure = tableRow(this.compile, storedType(this.compile, measureEdge(this.paged.target)!.target));
    this.joins.add(`left join ${figure.from} on ${figure.id} = ${this.row.alias}.f_`);
    const sql = textOf(this.compile.object(figure, below(nodes), this.joins));
    return jsonOrNull(`case when ${figure.id} is not null then ${sql} end`);
  }

  private pageInfo(nodes: readonly FieldNode[]): Json {
    const type = this.compile.document.schema.getType("PageInfo") as never;
    const more = () => {
      this.usesPage = true;
      this.looksAhead = true;
      return jsonValue(`coalesce(max(${this.row.alias}.n_) > ${this.page.size}, false)`, "Boolean");
    };
    const { backwards } = this.page;
    const json: Record<string, () => Json> = {
      __typename: () => jsonWord("PageInfo"),
      hasNextPage: () => (backwards ? this.existsBeyond("before") : more()),
      hasPreviousPage: () => (backwards ? more() : this.existsBeyond("after")),
      startCursor: () => this.end(backwards),
      endCursor: () => this.end(!backwards),
    };
    const pairs = [...collect(this.compile.document, type, below(nodes))].map(
      ([key, fields]) => [key, json[fields[0]!.name.value]!()] as const,
    );
    return jsonObject(pairs);
  }

  private end(last: boolean): Json {
    this.usesPage = true;
    const { alias } = this.row;
    const cursors = `array_agg(${this.cursor()} order by ${alias}.n_${last ? " desc" : ""})`;
    return jsonValue(`(${cursors} ${this.shown()})[1]`, "Cursor");
  }

  private cursor(): string {
    const { alias, id } = this.row;
    return cursorSql(this.mark, [...this.steps.map((_, i) => `${alias}.k${i}_`), id]);
  }

  /** Whether rows lie on the far side of the cursor the page starts from. */
  private existsBeyond(side: "after" | "before"): Json {
    if (!leaf(this.args, side)) return jsonWord(false);
    const { row, from, keys } = this.source();
    const beyond = beyondSql(keys, this.cursorValues(side, keys), side);
    return jsonValue(`(exists (select ${from} where ${this.filter(row)} and not ${beyond}))`, "Boolean");
  }

  private total(): Json {
    const row = tableRow(this.compile, this.paged.target);
    const filter = this.filter(row);
    const { counted, table } = this.paged.target.declaration;
    if (filter === everyRow && counted) return jsonSql(`(${countSql(table!, this.compile.relation)}::text)`);
    return jsonSql(`(select count(*)::text from ${row.from} where ${filter})`);
  }

  private rows(): string {
    const { row, from, keys, figures } = this.shownSource();
    const cut = (which: string, order = keys) => this.cutFromAll(`${from} where ${which}${this.filter(row)}`, order);
    if (!figures || this.page.backwards) return this.numbered(cut(""));
    // Rows with a figure come first: Postgres begins with the figures, by their index, and looks for others only where
    // they fill no page.
    const { alias } = row;
    const [figure, ...others] = keys as [Key, ...Key[]];
    const with_ = cut(`${this.figuresFrom(figure)} and `, [{ ...figure, nullable: false }, ...others]);
    const without = cut(`(select count(*) from h) < ${this.size()} and ${figures}.holder is null and `);
    const both = `with h as materialized (${with_}) select * from h union all (${without})`;
    return this.numbered(
      `select ${alias}.* from (${both}) ${alias} order by ${orderBySql(heldKeys(keys, alias), false)} limit ${this.size()}`,
    );
  }

  /** SQL for rows whose figure, by this key, may stand on the page. */
  private figuresFrom({ sql, descending }: Key): string {
    // Places are counted over the whole list.
    if (this.tellsRank || !leaf(this.args, "after")) return `${sql} is not null`;
    return `${sql} ${descending ? "<=" : ">="} ${this.cursorValue("after", this.shownSource().keys, 0)}`;
  }

  /** The rows of the page, cut from `from`. */
  private cutFromAll(from: string, order: readonly Key[]): string {
    const { row, keys, figures } = this.shownSource();
    const held = this.held.columns(row);
    const orders = keys.map(({ sql, cast }, i) => `${collated(sql, cast)} as k${i}_`);
    const columns = [...held, ...orders, ...(figures ? [`${figures}.id as f_`] : [])].join(", ");
    if (!this.tellsRank) return this.cut(columns, from, keys, " and ", order);
    // Places are counted over the whole list, so the page is cut from it afterwards.
    const place = `case when ${keys[0]!.sql} is not null then rank() over (order by ${orderBySql([keys[0]!], false)}) end as r_`;
    const { alias } = row;
    const placed = `from (select ${columns}, ${place} ${from}) ${alias}`;
    return this.cut(`${alias}.*`, placed, heldKeys(keys, alias), " where ", heldKeys(order, alias));
  }

  /** The rows of the page: those beyond its cursors, in order, as many as it holds. */
  private cut(columns: string, from: string, keys: readonly Key[], where: string, order: readonly Key[]): string {
    const conditions = (["after", "before"] as const).flatMap((side) => {
      return leaf(this.args, side) ? [beyondSql(keys, this.cursorValues(side, keys), side)] : [];
    });
    const beyond = conditions.length > 0 ? `${where}${conditions.join(" and ")}` : "";
    return `select ${columns} ${from}${beyond} order by ${orderBySql(order, this.page.backwards)} limit ${this.size()}`;
  }

  private readonly size = () => this.page.size + (this.looksAhead ? 1 : 0);

  /** The rows with their numbers: after they are cut, so that Postgres need not put in order what is not shown. */
  private numbered(rows: string): string {
    return this.isNumbered ? `select *, row_number() over () as n_ from (${rows}) ${this.row.alias}` : rows;
  }

  /** What the page is cut from. */
  private shownSource() {
    this.cutFrom ??= this.source();
    return this.cutFrom;
  }

  private source() {
    const row = tableRow(this.compile, this.paged.target);
    const order = askedOrder(this.compile, row, this.steps);
    return { row, ...order, from: `from ${row.from} ${order.joins.sql}` };
  }

  private filter(row: ReturnType<typeof tableRow>): string {
    const conditions = [this.paged.condition(row.alias), filterSql(this.compile, row, this.args.get("where"))];
    return conditions.filter((condition) => condition !== everyRow).join(" and ") || everyRow;
  }

  private readonly cursorValues = (side: "after" | "before", keys: readonly Key[]) =>
    keys.map((_, i) => this.cursorValue(side, keys, i));

  private cursorValue(side: "after" | "before", keys: readonly Key[], i: number): string {
    const cursor = leaf(this.args, side)!;
    const read = (variables: Parameters<typeof cursor.read>[0]) =>
      readCursor(cursor.read(variables), this.mark, keys)[i];
    return this.compile.parameters.add(read, keys[i]!.cast);
  }
}

/** A plain list of the few rows that belong to another. */
export function plainList(
  compile: Compile,
  target: StoredType,
  condition: (alias: string) => string,
  order: readonly string[],
  selectionSets: readonly SelectionSetNode[],
): Json {
  const row = tableRow(compile, target);
  const joins = new Joins();
  const each = compile.object(row, selectionSets, joins);
  const list = jsonList(each, orderBySql(orderOf(compile, row, order, joins).keys, false));
  return jsonSql(`(select ${textOf(list)} from ${row.from} ${joins.sql} where ${condition(row.alias)})`);
}

interface Page {
  readonly size: number;
  readonly backwards: boolean;
}

/** The size and direction of a page. Throws GraphQLError BAD_USER_INPUT if they make no sense. */
export function pageOf(args: ReadonlyMap<string, Bound>): Page {
  const [first, last] = [leaf(args, "first")?.now, leaf(args, "last")?.now] as (number | undefined)[];
  if (first !== undefined && last !== undefined) throw badInput("give `first` or `last`, not both");
  const [name, size] = last === undefined ? ["first", first ?? pageSize.usual] : ["last", last];
  if (size < 0) throw badInput(`\`${name}\` expects 0 to ${pageSize.most}, got ${size}`);
  if (size > pageSize.most) {
    throw badInput(
      `\`${name}\` expects 0 to ${pageSize.most}, got ${size}; take further rows with \`after\` and \`before\``,
    );
  }
  return { size, backwards: last !== undefined };
}
