import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { PartialDate, Slug } from "../../graph/scalars";
import { Fact } from "../fact";
import { FactInput } from "../fact-input";
import { Organisation } from "../organisations/organisation";

export enum Stance {
  ASSERTS = "ASSERTS",
  DENIES = "DENIES",
}
registerEnumType(Stance, {
  name: "Stance",
  description: "Whether a source says so or says that it is not so.",
  valuesConfig: {
    ASSERTS: { description: "The source says so." },
    DENIES: { description: "The source says otherwise; its words say what." },
  },
});

@ObjectType({ implements: Fact, description: "Words: what a source says of something, paraphrased." })
@Entity("statements")
export class Statement extends Fact {
  @Column("text")
  about!: string;

  @Field(() => Slug, { description: "What it is about in a word or two; sources that speak of it agree or disagree." })
  @Column("text")
  topic!: string;

  @Field({ description: "What is said, in other words than the source's." })
  @Column("text")
  text!: string;

  @Field(() => Stance)
  @Column("text")
  stance!: Stance;

  @Field(() => String, { nullable: true, description: "Who says it, where it is not the source itself." })
  @Column("text", { nullable: true })
  speaker!: string | null;

  @Field(() => String, { nullable: true, description: "In which role the speaker says it." })
  @Column("text", { nullable: true })
  role!: string | null;

  @ForeignKey(() => Organisation, { deferrable: "INITIALLY DEFERRED" })
  @Column("text", { nullable: true })
  organisation!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it was said, as far as it is known." })
  @Column("text", { nullable: true })
  said!: string | null;

  @Field(() => String, { nullable: true, description: "A remark on it." })
  @Column("text", { nullable: true })
  note!: string | null;
}

@InputType()
export class StatementInput extends FactInput {
  @Field(() => ID) about!: string;
  @Field(() => Slug) topic!: string;
  @Field() text!: string;
  @Field(() => Stance, { defaultValue: Stance.ASSERTS }) stance!: Stance;
  @Field(() => String, { nullable: true }) speaker?: string;
  @Field(() => String, { nullable: true }) role?: string;
  @Field(() => Slug, { nullable: true }) organisation?: string;
  @Field(() => PartialDate, { nullable: true }) said?: string;
}
