import { Field, Float, ID, InputType, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Period, Slug } from "../../graph/scalars";
import { Fact } from "../fact";
import { FactInput } from "../fact-input";
import { Indicator } from "../indicators/indicator";
import { Qualifier } from "../qualifier";
import { ObservationStatus } from "./observation-status";

@ObjectType({
  implements: Fact,
  description: "A number: what a source says an indicator was, of a subject, in a period.",
})
@Entity("observations")
export class Observation extends Fact {
  @Column("text")
  subject!: string;

  @ForeignKey(() => Indicator, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  indicator!: string;

  @Field(() => Period, { description: "The period it holds for: `2023`, `2023-10`, `2023-10-12` or `2018/2022`." })
  @Column("text")
  period!: string;

  @Field(() => Float, { description: "The number, in the indicator's unit, to be read with its qualifier and status." })
  @Column("float8")
  value!: number;

  @Field({ description: "The indicator's unit." })
  unit!: string;

  @Field({ description: "The number in words: `more than 200 exhibitors, planned`." })
  text!: string;

  @Field(() => Qualifier)
  @Column("text")
  qualifier!: Qualifier;

  @Field(() => ObservationStatus)
  @Column("text")
  status!: ObservationStatus;

  @Field(() => String, { nullable: true, description: "A remark of the preferred claim." })
  @Column("text", { nullable: true })
  note!: string | null;
}

@InputType()
export class ObservationInput extends FactInput {
  @Field(() => ID, { description: "The global id of what it is about: `City:shanghai-cn`." }) subject!: string;
  @Field(() => Slug) indicator!: string;
  @Field(() => Period, {
    description:
      "The period it holds for: `2023`, `2023-10` or `2018/2022`. A partner's must have begun, unless its status is PLANNED or FORECAST.",
  })
  period!: string;
  @Field(() => Float, { description: "In the indicator's unit. Leave the row out when the value is not known." })
  value!: number;
  @Field(() => String, { nullable: true, description: "If given, it must be the indicator's." }) unit?: string;
  @Field(() => Qualifier, { defaultValue: Qualifier.EXACTLY }) qualifier!: Qualifier;
  @Field(() => ObservationStatus, { defaultValue: ObservationStatus.MEASURED }) status!: ObservationStatus;
}
