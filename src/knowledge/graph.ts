import { Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Timestamp } from "../graph/scalars";
import { LicenceCount } from "./sources/source";

@ObjectType({ description: "How many rows of a kind the graph holds." })
export class KindCount {
  @Field({ description: "The kind, as the root field that lists it: `placements`." })
  kind!: string;

  @Field(() => Int, { description: "How many rows of it there are." })
  count!: number;
}

@ObjectType({ description: "The graph as a whole." })
export class Graph {
  @Field(() => Int, { description: "The number of its latest revision; 0 while it is empty." })
  revision!: number;

  @Field(() => Timestamp, {
    nullable: true,
    description: "When that revision was recorded; null while the graph is empty.",
  })
  recordedAt!: string | null;

  @Field(() => [KindCount], { description: "How many rows it holds of each kind." })
  counts!: KindCount[];

  @Field(() => [String], { description: "The rule by which claims are put in order, most weighty first." })
  evidenceRule!: string[];

  @Field(() => [LicenceCount], { description: "The licences of its sources, the most frequent first." })
  licences!: LicenceCount[];
}

/** Declares the field; like all stored knowledge it is answered by the compiled read, not by a resolver. */
@Resolver()
export class GraphQuery {
  @Query(() => Graph, { description: "The graph as a whole: its revision, its size, its rules." })
  graph(): never {
    throw new Error("stored knowledge is answered by the compiled read");
  }
}
