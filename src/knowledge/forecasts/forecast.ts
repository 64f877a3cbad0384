import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { PartialDate, Slug, Year } from "../../graph/scalars";
import { Fact, Subject } from "../fact";
import { FactInput } from "../fact-input";
import { Indicator } from "../indicators/indicator";
import { Organisation } from "../organisations/organisation";
import { Qualifier } from "../qualifier";

@ObjectType({ description: "What a forecast says of one year." })
export class ForecastPoint {
  @Field(() => Year) year!: number;
  @Field(() => Float, { description: "The value, in the indicator's unit." }) value!: number;
  @Field(() => Qualifier) qualifier!: Qualifier;
  @Field(() => Float, {
    nullable: true,
    description:
      "What the value was rounded to, in the indicator's unit, where its digits do not show it: 100000000 for 4.2 billion. Null where its last digit does.",
  })
  roundedTo!: number | null;
}

@ObjectType({ implements: [Fact, Subject], description: "What a forecaster foretells." })
@Entity("forecasts")
export class Forecast extends Fact {
  @Field(() => Slug, { description: "The word that identifies it." })
  slug!: string;

  @ForeignKey(() => Organisation, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  forecaster!: string;

  @ForeignKey(() => Indicator, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  indicator!: string;

  @Column("text")
  subject!: string;

  @Field(() => PartialDate, { nullable: true, description: "When it was published, as far as it is known." })
  @Column("text", { nullable: true })
  published!: string | null;

  @Field(() => [ForecastPoint], { description: "Its points, by year." })
  @Column("jsonb")
  points!: ForecastPoint[];

  @Field(() => Int, { nullable: true, description: "The year it starts from; null when it has but one point." })
  @Column("int", { nullable: true })
  baseYear!: number | null;

  @Field(() => Float, { nullable: true, description: "The value it starts from; null when it has but one point." })
  @Column("float8", { nullable: true })
  baseValue!: number | null;

  @Field(() => Int, { description: "The year it looks to." })
  @Column("int")
  targetYear!: number;

  @Field(() => Float, { description: "The value it foretells for that year." })
  @Column("float8")
  targetValue!: number;

  @Field(() => Float, {
    nullable: true,
    description: "The total growth it states, in percent; null when it states none.",
  })
  @Column("float8", { nullable: true })
  statedGrowthPercent!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The compound yearly growth it states, in percent; null when it states none.",
  })
  @Column("float8", { nullable: true })
  statedCagrPercent!: number | null;

  @Field(() => Year, {
    nullable: true,
    description:
      "The year from which the growth it states counts, where that is not its first point; null where it is, or where none is stated.",
  })
  @Column("int", { nullable: true })
  statedFrom!: number | null;

  @Field(() => Year, {
    nullable: true,
    description: "The year in whose prices its money is; null when it is no money, or not said.",
  })
  @Column("int", { nullable: true })
  priceYear!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "What the forecaster counts, as far as its source tells; null when not known.",
  })
  @Column("text", { nullable: true })
  definition!: string | null;

  @ForeignKey(() => Forecast, { deferrable: "INITIALLY DEFERRED" })
  @Column("text", { nullable: true })
  revises!: string | null;

  @Field(() => String, { nullable: true, description: "A remark on its scope or terms." })
  @Column("text", { nullable: true })
  note!: string | null;
}

@InputType()
export class ForecastPointInput {
  @Field(() => Year) year!: number;
  @Field(() => Float) value!: number;
  @Field(() => Qualifier, { defaultValue: Qualifier.EXACTLY }) qualifier!: Qualifier;
  @Field(() => Float, { nullable: true }) roundedTo?: number;
}

@InputType()
export class ForecastInput extends FactInput {
  @Field(() => Slug) slug!: string;
  @Field(() => Slug) forecaster!: string;
  @Field(() => Slug) indicator!: string;
  @Field(() => ID) subject!: string;
  @Field(() => PartialDate, { nullable: true }) published?: string;
  @Field(() => [ForecastPointInput], {
    description:
      "Its points, by year. Once recorded they stay: a revised forecast is a new one that names this one in `revises`.",
  })
  points!: ForecastPointInput[];
  @Field(() => Float, { nullable: true }) statedGrowthPercent?: number;
  @Field(() => Float, { nullable: true }) statedCagrPercent?: number;
  @Field(() => Year, { nullable: true }) statedFrom?: number;
  @Field(() => Year, { nullable: true }) priceYear?: number;
  @Field(() => String, { nullable: true }) definition?: string;
  @Field(() => Slug, { nullable: true }) revises?: string;
}
