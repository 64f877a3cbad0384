import { Field, InputType, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Slug } from "../../graph/scalars";
import { Thing } from "../fact";
import { Ranking } from "../rankings/ranking";

@ObjectType({ implements: Thing, description: "A part of an index, such as mobility." })
@Entity("dimensions")
export class Dimension extends Thing {
  @ForeignKey(() => Ranking, { deferrable: "INITIALLY DEFERRED" })
  @Column("text", { nullable: true })
  ranking!: string | null;

  @Field(() => String, { nullable: true, description: "What it covers." })
  @Column("text", { nullable: true })
  description!: string | null;
}

@InputType()
export class DimensionInput {
  @Field(() => Slug) slug!: string;
  @Field() name!: string;
  @Field(() => [String], { nullable: true }) aliases?: string[];
  @Field(() => Slug, { nullable: true }) ranking?: string;
  @Field(() => String, { nullable: true }) description?: string;
}
