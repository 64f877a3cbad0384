import { Field, InputType, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { PartialDate, Slug, Year } from "../../graph/scalars";
import { City } from "../cities/city";
import { Fact, Subject } from "../fact";
import { FactInput } from "../fact-input";
import { Expo } from "./expo";
import { ExpoStatus, OrganiserRole } from "./expo-enums";

@ObjectType({ description: "An organisation and what it does for an event." })
export class Organiser {
  @Field(() => OrganiserRole) role!: OrganiserRole;
}

@ObjectType({ implements: [Fact, Subject], description: "One year of an expo." })
@Entity("expo_editions")
export class ExpoEdition extends Fact {
  @Field(() => Slug, { description: "`<expo>-<year>`." })
  slug!: string;

  @ForeignKey(() => Expo, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  expo!: string;

  @Field(() => Year)
  @Column("int")
  year!: number;

  @Field(() => String, { nullable: true, description: "Its title; null when not known." })
  @Column("text", { nullable: true })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Which edition it calls itself, such as `first edition`; counts differ, so go by the year.",
  })
  @Column("text", { nullable: true })
  label!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "Its first day, as far as it is known." })
  @Column("text", { nullable: true })
  starts!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "Its last day, as far as it is known." })
  @Column("text", { nullable: true })
  ends!: string | null;

  @Field(() => String, { nullable: true, description: "Where in the city it is held; null when not known." })
  @Column("text", { nullable: true })
  venue!: string | null;

  @ForeignKey(() => City, { deferrable: "INITIALLY DEFERRED" })
  @Column("text", { nullable: true })
  city!: string | null;

  @Field(() => [Organiser], { description: "Who organises it, in which role; empty when not known." })
  @Column("jsonb")
  organisers!: Organiser[];

  @Field(() => [String], { description: "Whom it is for; empty when not known." })
  @Column("text", { array: true })
  audiences!: string[];

  @Field(() => [String], { description: "What it is about; empty when not known." })
  @Column("text", { array: true })
  themes!: string[];

  @Field(() => ExpoStatus, { nullable: true, description: "Whether it took place; null when not known." })
  @Column("text", { nullable: true })
  status!: ExpoStatus | null;
}

@InputType()
export class OrganiserInput {
  @Field(() => Slug) organisation!: string;
  @Field(() => OrganiserRole) role!: OrganiserRole;
}

@InputType()
export class ExpoEditionInput extends FactInput {
  @Field(() => Slug) slug!: string;
  @Field(() => Slug) expo!: string;
  @Field(() => Year) year!: number;
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) label?: string;
  @Field(() => PartialDate, { nullable: true }) starts?: string;
  @Field(() => PartialDate, { nullable: true }) ends?: string;
  @Field(() => String, { nullable: true }) venue?: string;
  @Field(() => Slug, { nullable: true }) city?: string;
  @Field(() => [OrganiserInput], { nullable: true }) organisers?: OrganiserInput[];
  @Field(() => [String], { nullable: true }) audiences?: string[];
  @Field(() => [String], { nullable: true }) themes?: string[];
  @Field(() => ExpoStatus, { nullable: true }) status?: ExpoStatus;
}
