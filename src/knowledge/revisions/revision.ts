import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Json, Slug, Timestamp } from "../../graph/scalars";
import { Node } from "../fact";

@ObjectType({
  implements: Node,
  description: "A numbered state of the graph: what one recorded submission made of the one before.",
})
export class Revision extends Node {
  @Field(() => Int, { description: "Counted from 1, without gaps." })
  number!: number;

  @Field(() => Timestamp, { description: "When it was recorded." })
  recordedAt!: string;

  @Field(() => Slug, {
    nullable: true,
    description: "The partner who submitted it; null for what ships with the code or was loaded from files.",
  })
  partner!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The data file it was loaded from, by its path within its folder: `rankings/imd-2024.yaml`; null for what a partner submitted, and where it is not known.",
  })
  file!: string | null;

  @Field(() => String, { nullable: true, description: "What the submitter says of it." })
  message!: string | null;

  @Field(() => Int, { description: "How many claims it added." })
  added!: number;

  @Field(() => Int, { description: "How many claims it changed." })
  changed!: number;

  @Field(() => Int, { description: "How many claims it retracted." })
  retracted!: number;
}

export enum Verdict {
  ADDED = "ADDED",
  CHANGED = "CHANGED",
  RETRACTED = "RETRACTED",
}
registerEnumType(Verdict, {
  name: "ChangeVerdict",
  description: "What happened to a claim.",
  valuesConfig: {
    ADDED: { description: "The source says it for the first time." },
    CHANGED: { description: "The source says something else than before." },
    RETRACTED: { description: "The source says it no more." },
  },
});

@ObjectType({ implements: Node, description: "What a revision did to one claim." })
export class Change extends Node {
  @Field(() => Int, { description: "Its place within the revision: what it speaks of comes before." })
  ordinal!: number;

  @Field({ description: "The section of the submission: `placements`." })
  kind!: string;

  @Field(() => String, {
    description:
      "The global id of the fact or thing it is about, which may stand no more. With the source it names the claim.",
  })
  factId!: string;

  @Field(() => Verdict)
  verdict!: Verdict;

  @Field(() => Slug, { description: "The source whose claim it is; it may have been retracted since." })
  sourceSlug!: string;

  @Field(() => Json, { nullable: true, description: "What the source said before; null if it is new." })
  before!: unknown;

  @Field(() => Json, { nullable: true, description: "What the source says now; null if it is retracted." })
  after!: unknown;

  @Field(() => [String], { description: "The global ids of the fact or thing itself and of all it speaks of." })
  about!: string[];
}
