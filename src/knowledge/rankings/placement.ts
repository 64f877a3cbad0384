import { Field, Float, InputType, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Rank, Slug } from "../../graph/scalars";
import { City } from "../cities/city";
import { Fact } from "../fact";
import { FactInput } from "../fact-input";
import { RankingEdition } from "./ranking-edition";

@ObjectType({ implements: Fact, description: "A city's place in one edition of a ranking." })
@Entity("placements")
export class Placement extends Fact {
  @ForeignKey(() => RankingEdition, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  edition!: string;

  @ForeignKey(() => City, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  city!: string;

  @Field(() => Rank, {
    nullable: true,
    description: "Its rank, best is 1; cities that tie share one. Null when not known.",
  })
  @Column("int", { nullable: true })
  rank!: number | null;

  @Field(() => Float, { nullable: true, description: "Its score, on the edition's scale; null when not known." })
  @Column("float8", { nullable: true })
  score!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Its rating in the publisher's letters; null when there is none or it is not known.",
  })
  @Column("text", { nullable: true })
  rating!: string | null;
}

@InputType()
export class PlacementInput extends FactInput {
  @Field(() => Slug) edition!: string;
  @Field(() => Slug) city!: string;
  @Field(() => Rank, { nullable: true }) rank?: number;
  @Field(() => Float, { nullable: true }) score?: number;
  @Field(() => String, { nullable: true }) rating?: string;
}
