import { Field, InputType } from "type-graphql";

/** What every fact may carry as it arrives. */
@InputType()
export abstract class FactInput {
  @Field(() => String, { nullable: true, description: "A remark on this claim, such as how the source spells a name." })
  note?: string;

  @Field(() => String, {
    nullable: true,
    description: "Why this claim no longer stands; it is kept beside the better one it was set against.",
  })
  deprecated?: string;
}
