import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { PartialDate, Slug, Url } from "../../graph/scalars";
import { Node } from "../fact";
import { Organisation } from "../organisations/organisation";

export enum SourceKind {
  PUBLISHER = "PUBLISHER",
  OFFICIAL = "OFFICIAL",
  PRESS = "PRESS",
  COMPILATION = "COMPILATION",
  PARTNER = "PARTNER",
}
registerEnumType(SourceKind, {
  name: "SourceKind",
  description: "How near a source is to the fact, nearest first.",
  valuesConfig: {
    PUBLISHER: { description: "Who made the ranking, award, expo or forecast; also a reprint of its own release." },
    OFFICIAL: { description: "A government, or the authority a figure is about." },
    PRESS: { description: "A newspaper, a magazine, a blog." },
    COMPILATION: { description: "A table put together from other publications, or a copy of one." },
    PARTNER: { description: "A partner city, about itself." },
  },
});

export enum LicenceClass {
  PERMISSIVE = "PERMISSIVE",
  SHARE_ALIKE = "SHARE_ALIKE",
  NON_COMMERCIAL = "NON_COMMERCIAL",
  PROPRIETARY = "PROPRIETARY",
  UNCLEAR = "UNCLEAR",
}
registerEnumType(LicenceClass, {
  name: "LicenceClass",
  description: "What a licence allows, in short.",
  valuesConfig: {
    PERMISSIVE: { description: "Any use, if the source is named." },
    SHARE_ALIKE: { description: "Any use, if what is made of it carries the same licence." },
    NON_COMMERCIAL: { description: "No commercial use." },
    PROPRIETARY: { description: "All rights reserved." },
    UNCLEAR: { description: "The source states none." },
  },
});

@ObjectType({ implements: Node, description: "A publication that says something: every fact cites one." })
@Entity("sources")
export class Source extends Node {
  @Field(() => Slug, { description: "The word that identifies it." })
  slug!: string;

  @Field(() => SourceKind)
  @Column("text")
  kind!: SourceKind;

  @Field({ description: "Its title as printed; in square brackets where only a description is known." })
  @Column("text")
  title!: string;

  @ForeignKey(() => Organisation, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  publisher!: string;

  @ForeignKey(() => Organisation, { deferrable: "INITIALLY DEFERRED" })
  @Column("text", { nullable: true })
  carrier!: string | null;

  @Field(() => [String], { description: "Who wrote it; empty when not known." })
  @Column("text", { array: true })
  authors!: string[];

  @Field(() => Url, { nullable: true, description: "Where it can be read; null for what has no address." })
  @Column("text", { nullable: true })
  url!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was published, as far as it is known." })
  @Column("text", { nullable: true })
  published!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was read for the graph; null when not noted." })
  @Column("text", { nullable: true })
  retrieved!: string | null;

  @Field(() => String, { nullable: true, description: "Its language, as an ISO 639-1 code." })
  @Column("text", { nullable: true })
  language!: string | null;

  @Field({
    description: "Its licence: an SPDX id where there is one, `NOT-STATED` where it states none, or else its words.",
  })
  @Column("text")
  licence!: string;

  @Field(() => LicenceClass)
  @Column("text")
  licenceClass!: LicenceClass;

  @Field(() => String, { nullable: true, description: "How it was read or checked." })
  @Column("text", { nullable: true })
  note!: string | null;
}

@InputType({ description: "The publication a submission speaks for." })
export class SourceInput {
  @Field(() => Slug) slug!: string;
  @Field(() => SourceKind) kind!: SourceKind;
  @Field() title!: string;
  @Field(() => Slug, { description: "The organisation that published it; for a reprint, the one whose release it is." })
  publisher!: string;
  @Field(() => Slug, { nullable: true, description: "The organisation that reprinted it, if another." })
  carrier?: string;
  @Field(() => [String], { nullable: true }) authors?: string[];
  @Field(() => Url, { nullable: true }) url?: string;
  @Field(() => PartialDate, { nullable: true }) published?: string;
  @Field(() => PartialDate, { nullable: true }) retrieved?: string;
  @Field(() => String, { nullable: true }) language?: string;
  @Field({ description: "An SPDX id, `NOT-STATED`, or the licence's words." }) licence!: string;
  @Field(() => LicenceClass) licenceClass!: LicenceClass;
  @Field(() => String, { nullable: true }) note?: string;
}

@ObjectType({ description: "How many sources carry a licence." })
export class LicenceCount {
  @Field({ description: "The licence, as its sources state it." }) licence!: string;
  @Field(() => LicenceClass) licenceClass!: LicenceClass;
  @Field(() => Int, { description: "How many sources carry it." }) sources!: number;
}
