import { type Row, typeOf } from "../../row";
import { type Html } from "../markup";
import { type Page } from "../page";
import { awardEditionList, expoEditionList, rankingEditionList } from "./editions";
import { observationList } from "./observations";
import { claimList, forecastList, initiativeList, plainList, sourceList } from "./others";
import { placementList } from "./placements";
import { statementList } from "./statements";
import { winList } from "./wins";

type List = (page: Page, rows: readonly Row[]) => Html;

const lists: Readonly<Record<string, List>> = {
  Placement: placementList,
  Observation: observationList,
  Statement: statementList,
  Win: winList,
  ExpoEdition: expoEditionList,
  RankingEdition: rankingEditionList,
  AwardEdition: awardEditionList,
  Forecast: forecastList,
  Initiative: initiativeList,
  Claim: claimList,
  Source: sourceList,
};

/** Rows of one type as a page shows them; at least one row. */
export const listOf: List = (page, rows) => (lists[typeOf(rows[0]!)] ?? plainList)(page, rows);
