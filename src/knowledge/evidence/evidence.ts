import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

export enum EvidenceStatus {
  CORROBORATED = "CORROBORATED",
  SINGLE_SOURCE = "SINGLE_SOURCE",
  CONTESTED = "CONTESTED",
  CORRECTED = "CORRECTED",
  PLANNED = "PLANNED",
}
registerEnumType(EvidenceStatus, {
  name: "EvidenceStatus",
  description: "How well a fact is borne out.",
  valuesConfig: {
    CORROBORATED: { description: "Two or more independent publishers agree." },
    SINGLE_SOURCE: { description: "One publisher says so; nobody says otherwise." },
    CONTESTED: {
      description: "A claim that stands differs from another by more than rounding and qualifiers explain.",
    },
    CORRECTED: { description: "Others print it differently, and each of those claims is deprecated with its reason." },
    PLANNED: { description: "It was announced; whether it came so is not known." },
  },
});

@ObjectType({ description: "All that sources say for and against a fact, and which of it the graph goes by." })
export class Evidence {
  @Field(() => EvidenceStatus)
  status!: EvidenceStatus;

  @Field(() => [String], { description: "The fields in which claims that stand differ; empty unless contested." })
  disputed!: string[];

  @Field(() => Int, {
    description: "How many independent publishers make claims that stand; reprints of one release count once.",
  })
  publishers!: number;

  @Field(() => [String], {
    description: "The rule by which claims are put in order, most weighty first; the first claim is preferred.",
  })
  rule!: string[];
}
