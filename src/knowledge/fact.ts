import { Field, ID, Int, InterfaceType } from "type-graphql";
import { Column, PrimaryColumn } from "typeorm";
import { Slug } from "../graph/scalars";

@InterfaceType("Node", { description: "Anything with an id; ids are words and the same on every installation." })
export abstract class Node {
  @Field(() => ID, {
    description: "The global id: the type, a colon and what identifies the row, such as `City:shanghai-cn`.",
  })
  @PrimaryColumn("text")
  id!: string;

  @Field(() => Int, { description: "The revision of the graph that recorded it as it stands." })
  @Column("int")
  recordedIn!: number;
}

@InterfaceType("Subject", { implements: Node, description: "What numbers, words and forecasts can be about." })
export abstract class Subject extends Node {}

@InterfaceType("Thing", {
  implements: [Node, Subject],
  description: "What facts are about: curated, with a name and an identity.",
})
export abstract class Thing extends Subject {
  @Field(() => Slug, { description: "The word that identifies it among its kind." })
  slug!: string;

  @Field({ description: "Its usual English name." })
  @Column("text")
  name!: string;

  @Field(() => [String], { description: "Other names, spellings and abbreviations it is found by." })
  @Column("text", { array: true })
  aliases!: string[];

  @Column("text")
  source!: string;
}

@InterfaceType("Fact", {
  implements: Node,
  description: "What a source says; who else says it, or says otherwise, is its evidence.",
})
export abstract class Fact extends Node {
  @Column("text")
  source!: string;

  @Column("text")
  evidenceStatus!: string;

  @Column("text", { array: true })
  evidenceDisputed!: string[];

  @Column("int")
  evidencePublishers!: number;

  @Column("text")
  evidenceClaim!: string;
}
