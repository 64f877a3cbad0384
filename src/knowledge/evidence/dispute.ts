import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Node } from "../fact";

@ObjectType({
  implements: Node,
  description: "A fact on which sources disagree by more than rounding and qualifiers explain.",
})
@Entity("disputes")
export class Dispute extends Node {
  @Field({ description: "The section of a submission the fact comes in: `observations`." })
  @Column("text")
  kind!: string;

  @Field(() => [String], { description: "The fields of the fact in which claims that stand differ." })
  @Column("text", { array: true })
  fields!: string[];

  @Field(() => Float, {
    description:
      "How far apart the claims are, from 0 to 1: the widest gap among the fields. Numbers: the greatest less the least, as a share of whichever is further from zero. Dates: the years between their first days, at most 1. Words that differ are 1 apart.",
  })
  @Column("float8")
  spread!: number;

  @Field(() => Int, { description: "How many independent publishers make claims that stand." })
  @Column("int")
  publishers!: number;

  @Field(() => [String], { description: "The global ids of the fact itself and of all it speaks of." })
  @Column("text", { array: true })
  about!: string[];
}
