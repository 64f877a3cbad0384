import { nameOf } from "../naming";
import { allRows, idOf, type Row, rowOf, rowsOf, textOf } from "../row";
import { type Html, html, joined } from "./markup";
import { only, type Page } from "./page";
import { groupedBy } from "./table";
import { counted } from "./words";

/** How many points of each sort stand open; the rest are one press away. */
const open = { contested: 5, corrected: 2 };

interface Point {
  readonly fact: Row;
  readonly name: string;
}

/** What sources disagree on, and what was printed wrongly, anywhere on the page; empty when there is nothing. */
export function disagreements(page: Page, data: Row): Html {
  const points = new Map<string, Point>();
  for (const [fact, home] of allRows(data)) {
    const status = textOf(rowOf(fact, "evidence"), "status");
    if (status !== "CONTESTED" && status !== "CORRECTED") continue;
    // The same fact may stand in a list, with less of its own, and among what is contested, with its whole name.
    const isDispute = String(home?.["__typename"]) === "Dispute";
    if (points.has(idOf(fact)) && !isDispute) continue;
    points.set(idOf(fact), { fact, name: nameOf(fact, isDispute ? undefined : home) });
  }
  const told = groupedBy(
    [...points.values()].map(({ fact }) => fact),
    (fact) => textOf(rowOf(fact, "evidence"), "status"),
  );
  const [contested, corrected] = ["CONTESTED", "CORRECTED"].map((status) => told.get(status) ?? []) as [Row[], Row[]];
  const articles = (facts: readonly Row[]) => facts.map((fact) => article(page, fact, points.get(idOf(fact))!.name));
  return joined([
    contested.length > 0 &&
      box("contested", `Sources disagree on ${counted(contested.length, "point")}`, articles(contested)),
    corrected.length > 0 &&
      box("corrected", `${counted(corrected.length, "point")} printed wrongly elsewhere`, articles(corrected)),
  ]);
}

function box(id: keyof typeof open, title: string, points: readonly Html[]): Html {
  const rest = points.slice(open[id]);
  const more =
    rest.length > 0 && html`<details><summary>${counted(rest.length, "more", "more")}</summary>\n${rest}</details>\n`;
  return html`<section class="box ${id}" id="${id}-points">
<h2>${title}</h2>
${points.slice(0, open[id])}${more}</section>\n`;
}

/** One point: each thing that is said, with who says it. */
function article(page: Page, fact: Row, name: string): Html {
  const claims = rowsOf(rowOf(fact, "evidence"), "claims");
  const standing = claims.filter((claim) => claim["deprecated"] === null);
  const sides = [...groupedBy(standing, (claim) => textOf(claim, "text") ?? "")].map(([says, of], i) => {
    const mark = i === 0 && html` <span class="quiet">the graph goes by this</span>`;
    return html`<li><strong>${says || "says it without a figure"}</strong> <span>${publishersOf(of)}</span>${notes(page, of)}${mark}</li>\n`;
  });
  const withdrawn = claims
    .filter((claim) => claim["deprecated"] !== null)
    .map(
      (claim) =>
        html`<li class="withdrawn"><del>${textOf(claim, "text") ?? ""}</del> <span>${publishersOf([claim])}</span>${notes(page, [claim])} <span class="reason">${textOf(claim, "deprecated")}</span></li>\n`,
    );
  return html`<article>
<h3>${page.isHere(fact) ? name : page.link(fact, name)}</h3>
<ul>\n${sides}${withdrawn}</ul>
</article>\n`;
}

const notes = (page: Page, claims: readonly Row[]): Html =>
  page.footnotes(
    claims.flatMap((claim) => only(rowOf(claim, "source"))),
    undefined,
    8,
  );

/** Who says so: each publisher once. */
function publishersOf(claims: readonly Row[]): string {
  return [...new Set(claims.map((claim) => textOf(rowOf(rowOf(claim, "source"), "publisher"), "name") ?? ""))].join(
    ", ",
  );
}
