import { Field, Float, InputType, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Slug } from "../../graph/scalars";
import { Dimension } from "../dimensions/dimension";
import { Thing } from "../fact";
import { CodeScheme, Direction, IndicatorUse, SubjectType } from "./indicator-enums";

@ObjectType({ description: "What an indicator is called in a standard or another catalogue." })
export class ExternalCode {
  @Field(() => CodeScheme) scheme!: CodeScheme;
  @Field({ description: "The code there, such as `11.6.2`." }) code!: string;
}

@ObjectType({ implements: Thing, description: "A defined measure." })
@Entity("indicators")
export class Indicator extends Thing {
  @Field({ description: "What it measures, and of which area." })
  @Column("text")
  definition!: string;

  @Field({ description: "The unit of every value of it." })
  @Column("text")
  unit!: string;

  @Field(() => Direction)
  @Column("text")
  direction!: Direction;

  @ForeignKey(() => Dimension, { deferrable: "INITIALLY DEFERRED" })
  @Column("text", { nullable: true })
  dimension!: string | null;

  @Field(() => [SubjectType], { description: "What it measures: values of other subjects are refused." })
  @Column("text", { array: true })
  subjects!: SubjectType[];

  @Field(() => Float, { nullable: true, description: "The least value that makes sense; null where there is none." })
  @Column("float8", { nullable: true })
  minimum!: number | null;

  @Field(() => Float, { nullable: true, description: "The greatest value that makes sense; null where there is none." })
  @Column("float8", { nullable: true })
  maximum!: number | null;

  @Field(() => [ExternalCode], { description: "Its codes in standards; empty when none is known." })
  @Column("jsonb")
  externalCodes!: ExternalCode[];

  @Field(() => String, { nullable: true, description: "What to mind when it is used." })
  @Column("text", { nullable: true })
  caveat!: string | null;

  @Field(() => IndicatorUse, { nullable: true, description: "What it is fit for; null when not judged." })
  @Column("text", { nullable: true })
  use!: IndicatorUse | null;
}

@InputType()
export class ExternalCodeInput {
  @Field(() => CodeScheme) scheme!: CodeScheme;
  @Field() code!: string;
}

@InputType()
export class IndicatorInput {
  @Field(() => Slug) slug!: string;
  @Field() name!: string;
  @Field(() => [String], { nullable: true }) aliases?: string[];
  @Field() definition!: string;
  @Field() unit!: string;
  @Field(() => Direction) direction!: Direction;
  @Field(() => Slug, { nullable: true }) dimension?: string;
  @Field(() => [SubjectType]) subjects!: SubjectType[];
  @Field(() => Float, { nullable: true }) minimum?: number;
  @Field(() => Float, { nullable: true }) maximum?: number;
  @Field(() => [ExternalCodeInput], { nullable: true }) externalCodes?: ExternalCodeInput[];
  @Field(() => String, { nullable: true }) caveat?: string;
  @Field(() => IndicatorUse, { nullable: true }) use?: IndicatorUse;
}
