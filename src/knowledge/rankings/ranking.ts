import { Field, InputType, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Slug, Url } from "../../graph/scalars";
import { Thing } from "../fact";
import { Organisation } from "../organisations/organisation";

@ObjectType({ implements: Thing, description: "A published list that ranks cities, edition after edition." })
@Entity("rankings")
export class Ranking extends Thing {
  @ForeignKey(() => Organisation, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  publisher!: string;

  @Field(() => String, { nullable: true, description: "What it ranks cities by, in a sentence." })
  @Column("text", { nullable: true })
  description!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What it is about, such as `smart cities` or `urban transport`.",
  })
  @Column("text", { nullable: true })
  subject!: string | null;

  @Field(() => Url, { nullable: true, description: "Its home page." })
  @Column("text", { nullable: true })
  url!: string | null;
}

@InputType()
export class RankingInput {
  @Field(() => Slug) slug!: string;
  @Field() name!: string;
  @Field(() => [String], { nullable: true }) aliases?: string[];
  @Field(() => Slug) publisher!: string;
  @Field(() => String, { nullable: true }) description?: string;
  @Field(() => String, { nullable: true }) subject?: string;
  @Field(() => Url, { nullable: true }) url?: string;
}
