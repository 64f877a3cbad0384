import { Field, InputType, Int, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { PartialDate, Share, Slug, Year } from "../../graph/scalars";
import { Fact, Subject } from "../fact";
import { FactInput } from "../fact-input";
import { Ranking } from "./ranking";

@ObjectType({ description: "A dimension of an edition, and how much it weighs there." })
export class EditionDimension {
  @Field(() => Share, { nullable: true, description: "Its weight, from 0 to 1; null when not published." })
  weight!: number | null;
}

@ObjectType({ implements: [Fact, Subject], description: "One year's list of a ranking." })
@Entity("ranking_editions")
export class RankingEdition extends Fact {
  @Field(() => Slug, { description: "`<ranking>-<year>`." })
  slug!: string;

  @ForeignKey(() => Ranking, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  ranking!: string;

  @Field(() => Year, { description: "The year in the edition's name." })
  @Column("int")
  year!: number;

  @Field(() => String, { nullable: true, description: "What it calls itself, such as `2024 (5th)`." })
  @Column("text", { nullable: true })
  label!: string | null;

  @Field(() => String, { nullable: true, description: "Its title; null when not known." })
  @Column("text", { nullable: true })
  title!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it came out, as far as it is known." })
  @Column("text", { nullable: true })
  published!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many cities it assessed, whether or not it ranks them all and the graph knows their places; null when not known.",
  })
  @Column("int", { nullable: true })
  citiesAssessed!: number | null;

  @Field(() => [EditionDimension], { description: "The dimensions it is made of; empty when not known." })
  @Column("jsonb")
  dimensions!: EditionDimension[];

  @Field(() => String, { nullable: true, description: "What it says of its weights; null when it says nothing." })
  @Column("text", { nullable: true })
  weights!: string | null;

  @Field(() => String, { nullable: true, description: "The scale of its scores or ratings; null when not known." })
  @Column("text", { nullable: true })
  scale!: string | null;

  @Field(() => String, { nullable: true, description: "How it was made, as far as it is known." })
  @Column("text", { nullable: true })
  method!: string | null;

  @Field(() => [Slug], {
    description:
      "The editions whose ranks may be compared with its own, by the publisher's word; empty when it says nothing.",
  })
  @Column("text", { array: true })
  comparableWith!: string[];
}

@InputType()
export class EditionDimensionInput {
  @Field(() => Slug) dimension!: string;
  @Field(() => Share, { nullable: true }) weight?: number;
}

@InputType()
export class RankingEditionInput extends FactInput {
  @Field(() => Slug) slug!: string;
  @Field(() => Slug) ranking!: string;
  @Field(() => Year) year!: number;
  @Field(() => String, { nullable: true }) label?: string;
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => PartialDate, { nullable: true }) published?: string;
  @Field(() => Int, { nullable: true }) citiesAssessed?: number;
  @Field(() => [EditionDimensionInput], { nullable: true }) dimensions?: EditionDimensionInput[];
  @Field(() => String, { nullable: true }) weights?: string;
  @Field(() => String, { nullable: true }) scale?: string;
  @Field(() => String, { nullable: true }) method?: string;
  @Field(() => [Slug], { nullable: true }) comparableWith?: string[];
}
