import { type GraphQLSchema, isEnumType } from "graphql";
import { pathOf } from "../../graph/permalink";
import { nameOf } from "../naming";
import { idOf, isNode, type Row, rowOf, rowsOf, textOf, typeOf } from "../row";
import { Html, html, joined } from "./markup";
import { counted, ofEnum } from "./words";

/** A page while it is written: it numbers the sources in the order in which they are first named. */
export class Page {
  readonly sources = new Map<string, Row>();

  /**
   * @param row whose page it is
   * @param asOf what links carry to stay at the same time, such as `?revision=7`; empty for the graph as it is
   */
  constructor(
    readonly schema: GraphQLSchema,
    readonly row: Row,
    readonly asOf: string,
  ) {}

  /** A link to a row's own page; the name alone for the row whose page this is. */
  link(row: Row | undefined, text: Html | string | undefined = nameOf(row)): Html {
    if (!row) return html``;
    if (!isNode(row)) return html`${text}`;
    if (this.isHere(row)) return html`<span class="here">${text}</span>`;
    return html`<a href="${this.address(row)}">${text}</a>`;
  }

  address(row: Row): string {
    return pathOf(idOf(row)) + this.asOf;
  }

  isHere(row: Row | undefined): boolean {
    return row !== undefined && row["id"] === this.row["id"];
  }

  /** Numbers that lead to sources at the end of the page; beyond `most` a link to the fact that has them all. */
  footnotes(sources: readonly Row[], more?: Row, most = 4): Html {
    const unique = [...new Map(sources.map((source) => [idOf(source), source])).values()];
    const notes = unique.slice(0, most).map((source) => this.footnote(source));
    const rest = unique.length - notes.length;
    if (rest > 0)
      notes.push(more && !this.isHere(more) ? html`<a href="${this.address(more)}">+${rest}</a>` : html`+${rest}`);
    return notes.length === 0 ? html`` : html`<sup class="notes">${joined(notes, " ")}</sup>`;
  }

  private footnote(source: Row): Html {
    const id = idOf(source);
    if (!this.sources.has(id)) this.sources.set(id, source);
    const number = [...this.sources.keys()].indexOf(id) + 1;
    const title = `${textOf(rowOf(source, "publisher"), "name") ?? ""}: ${textOf(source, "title") ?? ""}`;
    return html`<a href="#source-${number}" title="${title}">${number}</a>`;
  }

  /** How a fact is borne out, and by whom: its badge and its footnotes. */
  evidence(fact: Row): Html {
    const evidence = rowOf(fact, "evidence");
    return html`${evidence && this.badge(evidence)}${this.sourceNotes(fact)}`;
  }

  /** The footnotes of a fact, the preferred source first; of a thing, its source. */
  sourceNotes(row: Row): Html {
    const evidence = rowOf(row, "evidence");
    if (!evidence) return this.footnotes(only(rowOf(row, "source")));
    const standing = rowsOf(evidence, "claims").filter((claim) => claim["deprecated"] === null);
    return this.footnotes(
      standing.flatMap((claim) => only(rowOf(claim, "source"))),
      row,
    );
  }

  badge(evidence: Row): Html {
    const status = textOf(evidence, "status") ?? "";
    const publishers = Number(evidence["publishers"]);
    const told = publishers > 1 ? ` ${counted(publishers, "independent publisher")} say something of it.` : "";
    return html`<span class="badge ${status.toLowerCase()}" title="${this.meaning("EvidenceStatus", status)}${told}">${ofEnum(status)}</span>`;
  }

  /** What the schema says of a value of an enum. */
  meaning(enumName: string, value: string): string {
    const type = this.schema.getType(enumName);
    return (isEnumType(type) && type.getValue(value)?.description) || ofEnum(value);
  }

  get type(): string {
    return typeOf(this.row);
  }
}

/** A list of one, or of none. */
export const only = (row: Row | undefined): Row[] => (row ? [row] : []);
