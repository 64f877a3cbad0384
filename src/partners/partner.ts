import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { Organisation } from "../knowledge/organisations/organisation";

/** Who holds keys and submits: an organisation that speaks for cities. Kept beside the graph, not asked in it. */
@Entity("partners")
export class Partner {
  @PrimaryColumn("text")
  slug!: string;

  @Column("text")
  name!: string;

  @ForeignKey(() => Organisation, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  organisation!: string;

  /** Slugs of the cities it may speak for. */
  @Column("text", { array: true })
  cities!: string[];

  @Column("timestamptz", { default: () => "now()" })
  addedAt!: Date;
}
