import { Field, Float, InputType, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Share, Slug, Year } from "../../graph/scalars";
import { Thing } from "../fact";
import {
  IndexAggregation,
  IndexGroupBy,
  IndexMissing,
  IndexNormalisation,
  IndexOutliers,
  IndexWeighting,
} from "./index-enums";
import { IndexPart, IndexPartInput } from "./index-part";

@ObjectType({
  implements: Thing,
  description:
    "A composite index that is kept by name: what it is made of, and how. Its scores are reckoned when asked for.",
})
@Entity("indices")
export class Index extends Thing {
  @Field({ description: "What it measures, and what for." })
  @Column("text")
  description!: string;

  @Field(() => Int, { description: "The version of its definition, from 1; every change of it is a revision too." })
  @Column("int")
  version!: number;

  @Field(() => [String], { description: "What it should measure and cannot, each with the reason." })
  @Column("text", { array: true })
  gaps!: string[];

  @Field(() => [IndexPart], { description: "What it is made of; each part names the one it lies within." })
  @Column("jsonb")
  parts!: IndexPart[];

  @Field(() => IndexWeighting, { description: "Where the weights of its outermost parts come from." })
  @Column("text")
  weights!: IndexWeighting;

  @Field(() => IndexAggregation, { description: "How parts are put together where they do not say otherwise." })
  @Column("text")
  aggregate!: IndexAggregation;

  @Field(() => Float, { nullable: true, description: "The power, where that is POWER; else null." })
  @Column("float8", { nullable: true })
  power!: number | null;

  @Field(() => IndexNormalisation, {
    description: "How indicators are made comparable where they do not say otherwise.",
  })
  @Column("text")
  normalise!: IndexNormalisation;

  @Field(() => IndexOutliers, { description: "What is done with outliers." })
  @Column("text")
  outliers!: IndexOutliers;

  @Field(() => Float, {
    nullable: true,
    description: "With QUANTILES the lower quantile, with COUNT how many of the least values are moved; else null.",
  })
  @Column("float8", { nullable: true })
  outliersLow!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "With QUANTILES the upper quantile, with COUNT how many of the greatest values are moved; else null.",
  })
  @Column("float8", { nullable: true })
  outliersHigh!: number | null;

  @Field(() => IndexMissing, { description: "What becomes of a city of which something is not known." })
  @Column("text")
  missing!: IndexMissing;

  @Field(() => Share, {
    description: "With COVERAGE and GROUP_MEAN, the share of indicators that must be known, from 0 to 1.",
  })
  @Column("float8")
  coverage!: number;

  @Field({ description: "With COVERAGE: whether as much must be known within every dimension." })
  @Column("boolean")
  coverageEach!: boolean;

  @Field(() => IndexGroupBy, {
    description: "With GROUP_MEAN: of which other cities the mean is taken; ALL or COUNTRY.",
  })
  @Column("text")
  groupBy!: IndexGroupBy;

  @Field({ description: "Whether a country's value stands in for a city's that is not known, marked as a proxy." })
  @Column("boolean")
  countryValues!: boolean;

  @Field(() => Year, {
    nullable: true,
    description: "Figures of periods that ended before this year are too old to be used; null if none is.",
  })
  @Column("int", { nullable: true })
  since!: number | null;
}

@InputType()
export class IndexInput {
  @Field(() => Slug) slug!: string;
  @Field() name!: string;
  @Field(() => [String], { nullable: true }) aliases?: string[];
  @Field() description!: string;
  @Field(() => Int) version!: number;
  @Field(() => [String], { nullable: true }) gaps?: string[];
  @Field(() => [IndexPartInput]) parts!: IndexPartInput[];
  @Field(() => IndexWeighting, { defaultValue: IndexWeighting.GIVEN }) weights!: IndexWeighting;
  @Field(() => IndexAggregation, { defaultValue: IndexAggregation.ARITHMETIC }) aggregate!: IndexAggregation;
  @Field(() => Float, { nullable: true }) power?: number;
  @Field(() => IndexNormalisation, { defaultValue: IndexNormalisation.MIN_MAX }) normalise!: IndexNormalisation;
  @Field(() => IndexOutliers, { defaultValue: IndexOutliers.KEPT }) outliers!: IndexOutliers;
  @Field(() => Float, { nullable: true }) outliersLow?: number;
  @Field(() => Float, { nullable: true }) outliersHigh?: number;
  @Field(() => IndexMissing, { defaultValue: IndexMissing.EXCLUDE }) missing!: IndexMissing;
  @Field(() => Share, { defaultValue: 0 }) coverage!: number;
  @Field(() => Boolean, { defaultValue: false }) coverageEach!: boolean;
  @Field(() => IndexGroupBy, { defaultValue: IndexGroupBy.ALL }) groupBy!: IndexGroupBy;
  @Field(() => Boolean, { defaultValue: false }) countryValues!: boolean;
  @Field(() => Year, { nullable: true }) since?: number;
}
