import { Field, Float, InputType, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Rank, Slug } from "../../graph/scalars";
import { City } from "../cities/city";
import { Dimension } from "../dimensions/dimension";
import { Fact } from "../fact";
import { FactInput } from "../fact-input";
import { RankingEdition } from "./ranking-edition";

@ObjectType({ implements: Fact, description: "How a city stands in one dimension of an edition." })
@Entity("sub_scores")
export class SubScore extends Fact {
  @ForeignKey(() => RankingEdition, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  edition!: string;

  @ForeignKey(() => City, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  city!: string;

  @ForeignKey(() => Dimension, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  dimension!: string;

  /** The id of the placement it belongs to, whether or not the graph knows that placement. */
  @Column("text")
  placement!: string;

  @Field(() => Rank, { nullable: true, description: "Its rank in the dimension, best is 1; null when not known." })
  @Column("int", { nullable: true })
  rank!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Its score in the dimension, on the edition's scale; null when not known.",
  })
  @Column("float8", { nullable: true })
  score!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Its rating in the dimension; null when there is none or it is not known.",
  })
  @Column("text", { nullable: true })
  rating!: string | null;
}

@InputType()
export class SubScoreInput extends FactInput {
  @Field(() => Slug) edition!: string;
  @Field(() => Slug) city!: string;
  @Field(() => Slug) dimension!: string;
  @Field(() => Rank, { nullable: true }) rank?: number;
  @Field(() => Float, { nullable: true }) score?: number;
  @Field(() => String, { nullable: true }) rating?: string;
}
