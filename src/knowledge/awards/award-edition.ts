import { Field, InputType, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { PartialDate, Slug, Year } from "../../graph/scalars";
import { City } from "../cities/city";
import { Fact, Subject } from "../fact";
import { FactInput } from "../fact-input";
import { Award } from "./award";

@ObjectType({ implements: [Fact, Subject], description: "One year of a prize programme." })
@Entity("award_editions")
export class AwardEdition extends Fact {
  @Field(() => Slug, { description: "`<award>-<year>`." })
  slug!: string;

  @ForeignKey(() => Award, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  award!: string;

  @Field(() => Year)
  @Column("int")
  year!: number;

  @Field(() => String, { nullable: true, description: "Its title; null when not known." })
  @Column("text", { nullable: true })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Which edition it calls itself, such as `10th`; counts differ, so go by the year.",
  })
  @Column("text", { nullable: true })
  label!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was given, as far as it is known." })
  @Column("text", { nullable: true })
  held!: string | null;

  @ForeignKey(() => City, { deferrable: "INITIALLY DEFERRED" })
  @Column("text", { nullable: true })
  city!: string | null;
}

@InputType()
export class AwardEditionInput extends FactInput {
  @Field(() => Slug) slug!: string;
  @Field(() => Slug) award!: string;
  @Field(() => Year) year!: number;
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) label?: string;
  @Field(() => PartialDate, { nullable: true }) held?: string;
  @Field(() => Slug, { nullable: true }) city?: string;
}
