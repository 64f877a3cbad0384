import { Field, Float, InputType, ObjectType } from "type-graphql";
import { Slug } from "../../graph/scalars";
import { IndexAggregation, IndexNormalisation, IndexTransform, IndexWeighting } from "./index-enums";

@ObjectType({ description: "A part of an index: an indicator, or a dimension that further parts lie within." })
export class IndexPart {
  @Field(() => Slug, { description: "Its name, its own among all parts." })
  name!: string;

  @Field(() => Slug, {
    nullable: true,
    description: "The name of the part it lies within; null for those of the index itself.",
  })
  within!: string | null;

  @Field(() => Float, { nullable: true, description: "Its say among its siblings, 0 or more; null counts as 1." })
  weight!: number | null;

  @Field(() => IndexWeighting, {
    nullable: true,
    description: "Of a dimension: where the weights of its parts come from; null counts as GIVEN.",
  })
  weights!: IndexWeighting | null;

  @Field(() => IndexAggregation, {
    nullable: true,
    description: "Of a dimension: how its parts are put together; null for the index's way.",
  })
  aggregate!: IndexAggregation | null;

  @Field(() => Float, { nullable: true, description: "Of a dimension put together by POWER: the power; else null." })
  power!: number | null;

  @Field(() => IndexNormalisation, {
    nullable: true,
    description: "Of an indicator: how it is made comparable; null for the index's way.",
  })
  normalise!: IndexNormalisation | null;

  @Field(() => Float, {
    nullable: true,
    description: "The lower end of GOALPOSTS, in the indicator's unit, whichever way is better; else null.",
  })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: "The upper end of GOALPOSTS; else null." })
  high!: number | null;

  @Field(() => Float, { nullable: true, description: "The TARGET, in the indicator's unit; else null." })
  target!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "What the value is multiplied by after it is divided, such as 100000; null counts as 1.",
  })
  times!: number | null;

  @Field(() => IndexTransform, { nullable: true, description: "What is done to the value then; null for nothing." })
  transform!: IndexTransform | null;
}

@InputType({ description: "A part of an index: an indicator, or a dimension that further parts lie within." })
export class IndexPartInput {
  @Field(() => Slug) name!: string;
  @Field(() => Slug, { nullable: true }) within?: string;
  @Field(() => Slug, {
    nullable: true,
    description: "Of an indicator: which it is. A part without one is a dimension.",
  })
  indicator?: string;
  @Field(() => Slug, {
    nullable: true,
    description:
      "An indicator of countries, in the same unit, whose value stands in for a city's that is not known, marked as a proxy.",
  })
  proxy?: string;
  @Field(() => Slug, { nullable: true, description: "An indicator of the city to divide by, such as its people." })
  per?: string;
  @Field(() => Float, { nullable: true }) weight?: number;
  @Field(() => IndexWeighting, { nullable: true }) weights?: IndexWeighting;
  @Field(() => IndexAggregation, { nullable: true }) aggregate?: IndexAggregation;
  @Field(() => Float, { nullable: true }) power?: number;
  @Field(() => IndexNormalisation, { nullable: true }) normalise?: IndexNormalisation;
  @Field(() => Float, { nullable: true }) low?: number;
  @Field(() => Float, { nullable: true }) high?: number;
  @Field(() => Float, { nullable: true }) target?: number;
  @Field(() => Float, { nullable: true }) times?: number;
  @Field(() => IndexTransform, { nullable: true }) transform?: IndexTransform;
}
