import "reflect-metadata";
import { First1700000000000 } from "../migrations/1700000000000-first";
import { EventsAndFigures1700000000001 } from "../migrations/1700000000001-events-and-figures";
import { Revisions1700000000003 } from "../migrations/1700000000003-revisions";
import { Disputes1700000000004 } from "../migrations/1700000000004-disputes";
import { QuantitiesInWords1700000000005 } from "../migrations/1700000000005-quantities-in-words";
import { LongLists1700000000006 } from "../migrations/1700000000006-long-lists";
import { LicencesInOrder1700000000007 } from "../migrations/1700000000007-licences-in-order";
import { WellKnownNames1700000000008 } from "../migrations/1700000000008-well-known-names";
import { ManyAtOnce1700000000009 } from "../migrations/1700000000009-many-at-once";
import { Partners1700000000012 } from "../migrations/1700000000012-partners";
import { Time1700000000013 } from "../migrations/1700000000013-time";
import { RememberAtOnce1700000000014 } from "../migrations/1700000000014-remember-at-once";
import { ManyCities1700000000015 } from "../migrations/1700000000015-many-cities";
import { Figures1700000000016 } from "../migrations/1700000000016-figures";
import { CountedAsOf1700000000017 } from "../migrations/1700000000017-counted-as-of";
import { Indices1700000000020 } from "../migrations/1700000000020-indices";
import { TermsOfForecasts1700000000030 } from "../migrations/1700000000030-terms-of-forecasts";
import { GroupsOfIndices1700000000031 } from "../migrations/1700000000031-groups-of-indices";
import { Headlines1700000000032 } from "../migrations/1700000000032-headlines";
import { PagesInOrder1700000000033 } from "../migrations/1700000000033-pages-in-order";
import { Counts1700000000034 } from "../migrations/1700000000034-counts";
import { RoomToChange1700000000035 } from "../migrations/1700000000035-room-to-change";
import { FewHeadlines1700000000036 } from "../migrations/1700000000036-few-headlines";
import { FilesOfRevisions1700000000037 } from "../migrations/1700000000037-files-of-revisions";
import { type Config } from "./config";
import { entities } from "./knowledge";
import { Key } from "./partners/key";
import { Partner } from "./partners/partner";
import { findRunning } from "./store/embedded";
import { openStore, type Store } from "./store/store";

const migrations = [
  First1700000000000,
  EventsAndFigures1700000000001,
  Revisions1700000000003,
  Disputes1700000000004,
  QuantitiesInWords1700000000005,
  LongLists1700000000006,
  LicencesInOrder1700000000007,
  WellKnownNames1700000000008,
  ManyAtOnce1700000000009,
  Partners1700000000012,
  Time1700000000013,
  RememberAtOnce1700000000014,
  ManyCities1700000000015,
  Figures1700000000016,
  CountedAsOf1700000000017,
  Indices1700000000020,
  TermsOfForecasts1700000000030,
  GroupsOfIndices1700000000031,
  Headlines1700000000032,
  PagesInOrder1700000000033,
  Counts1700000000034,
  RoomToChange1700000000035,
  FewHeadlines1700000000036,
  FilesOfRevisions1700000000037,
];

/**
 * Opens the store that `config` names; the caller closes it.
 *
 * @param beside "join" works on an embedded store that another Citegraph has open, "own" refuses to
 */
export async function openGraph(
  { databaseUrl, home }: Pick<Config, "databaseUrl" | "home">,
  log: (message: string) => void,
  beside: "join" | "own" = "own",
): Promise<Store> {
  const url = databaseUrl ?? (beside === "join" ? await findRunning(home) : undefined);
  return openStore({ url, home }, { entities: [...entities, Partner, Key], migrations }, log);
}
