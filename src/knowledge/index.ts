import { getMetadataArgsStorage } from "typeorm";
import { type Class, type Edge } from "../graph/edge";
import { type Relation, type TypeDeclaration } from "../graph/model";
import { countSql } from "../graph/read/count";
import { awardEditions, awards, wins } from "./awards";
import { cities } from "./cities";
import { countries } from "./countries";
import { dimensions } from "./dimensions";
import { Claim } from "./evidence/claim";
import { Dispute } from "./evidence/dispute";
import { Evidence } from "./evidence/evidence";
import { disputeType, evidenceEdges } from "./evidence/evidence.edges";
import { expoEditions, expos } from "./expos";
import { figures } from "./figures";
import { forecasts } from "./forecasts";
import { Graph } from "./graph";
import { indicators } from "./indicators";
import { indices } from "./indices";
import { initiatives } from "./initiatives";
import { type Kind } from "./kind";
import { observations } from "./observations";
import { organisations } from "./organisations";
import { placements, rankingEditions, rankings, subScores } from "./rankings";
import { regions } from "./regions";
import { revisionEdges, revisionTypes } from "./revisions";
import { Change, Revision } from "./revisions/revision";
import { sources } from "./sources";
import { statements } from "./statements";

/** Every kind the graph knows, things before the facts that speak of them. */
export const kinds: readonly Kind[] = [
  sources,
  organisations,
  regions,
  countries,
  cities,
  dimensions,
  rankings,
  indicators,
  indices,
  awards,
  expos,
  initiatives,
  rankingEditions,
  placements,
  subScores,
  awardEditions,
  wins,
  expoEditions,
  observations,
  forecasts,
  statements,
];

/** The kind of this name, as what is stored names it. Throws TypeError if there is none: a fault of ours. */
export function kindNamed(name: unknown): (typeof kinds)[number] {
  const kind = kinds.find((known) => known.name === name);
  if (!kind) throw new TypeError(`no kind ${name}`);
  return kind;
}

/** The table of a kind's rows. */
export function tableOf({ entity }: Pick<Kind, "entity">): string {
  return String(getMetadataArgsStorage().filterTables(entity)[0]!.name);
}

/** How everything the graph knows hangs together. */
export const edges: readonly Edge[] = [
  ...kinds.flatMap((kind) => kind.edges),
  ...evidenceEdges,
  ...figures,
  ...revisionEdges,
];

const countsSql = (_alias: string, relation: Relation): string => {
  const counts = kinds.map((kind) => {
    return `jsonb_build_object('kind', '${kind.name}', 'count', ${countSql(tableOf(kind), relation)})`;
  });
  return `jsonb_build_array(${counts.join(", ")})`;
};

/** Every type that is stored. */
export const declarations: readonly TypeDeclaration[] = [
  { name: Graph.name, table: "graph", sql: { counts: countsSql } },
  ...kinds.map(declarationOf),
  ...revisionTypes.map(ofKinds),
  { name: Evidence.name, table: null, sql: { rule: () => "evidence_rule()" }, brief: ["status", "publishers"] },
  { name: Claim.name, table: "claims", sql: { isPreferred: (alias) => `(${alias}.position is not distinct from 1)` } },
  ofKinds(disputeType),
];

/** The classes behind them, for the graph and for the store. */
export const graphTypes: readonly Class[] = [
  Graph,
  ...kinds.map(({ entity }) => entity),
  Evidence,
  Claim,
  Dispute,
  Revision,
  Change,
];
export const entities: readonly Class[] = [...kinds.map(({ entity }) => entity), Claim, Dispute];

/** A list that can be asked for by kind takes the kinds there are. */
function ofKinds(declaration: TypeDeclaration): TypeDeclaration {
  const { roots } = declaration;
  if (!roots?.asked?.["kinds"]) return declaration;
  const asked = { ...roots.asked, kinds: { ...roots.asked["kinds"], among: kinds.map(({ name }) => name) } };
  return { ...declaration, roots: { ...roots, asked } };
}

function declarationOf(kind: Kind): TypeDeclaration {
  const { name, one, entity, by, isNamed, through = {}, order = [], sql = {}, brief = [] } = kind;
  return {
    name: entity.name,
    table: tableOf(kind),
    counted: true,
    roots: { one, many: name, by },
    named: isNamed,
    through,
    order,
    sql,
    brief,
  };
}
