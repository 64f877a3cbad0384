import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Json } from "../../graph/scalars";
import { Node } from "../fact";

@ObjectType({ implements: Node, description: "One source's version of a fact." })
@Entity("claims")
export class Claim extends Node {
  @Field({ description: "The section of a submission it came in: `placements`." })
  @Column("text")
  kind!: string;

  @Column("text")
  fact!: string;

  @Column("text")
  source!: string;

  @Field({ description: "What it says, in words: `rank 2, score 78.1`." })
  @Column("text")
  text!: string;

  @Field(() => Json, { description: "What it says, field by field, as it was submitted." })
  @Column("jsonb")
  values!: unknown;

  @Field(() => String, { nullable: true, description: "Why it no longer stands; null while it does." })
  @Column("text", { nullable: true })
  deprecated!: string | null;

  @Field(() => String, { nullable: true, description: "A remark on it." })
  @Column("text", { nullable: true })
  note!: string | null;

  @Field(() => Int, { nullable: true, description: "Its place in the order of the evidence, 1 being preferred." })
  @Column("int", { nullable: true })
  position!: number | null;

  @Field({ description: "Whether it is the one the graph goes by." })
  isPreferred!: boolean;
}
