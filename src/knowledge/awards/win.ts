import { Field, InputType, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Slug } from "../../graph/scalars";
import { City } from "../cities/city";
import { Country } from "../countries/country";
import { Fact } from "../fact";
import { FactInput } from "../fact-input";
import { Organisation } from "../organisations/organisation";
import { AwardEdition } from "./award-edition";

@ObjectType({ implements: Fact, description: "Who won one category of one edition of an award." })
@Entity("wins")
export class Win extends Fact {
  @ForeignKey(() => AwardEdition, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  edition!: string;

  @Field(() => String, { nullable: true, description: "The category as the organiser names it; null when not known." })
  @Column("text", { nullable: true })
  category!: string | null;

  @ForeignKey(() => City, { deferrable: "INITIALLY DEFERRED" })
  @Column("text", { nullable: true })
  city!: string | null;

  @ForeignKey(() => Country, { deferrable: "INITIALLY DEFERRED" })
  @Column("text", { nullable: true })
  country!: string | null;

  @ForeignKey(() => Organisation, { deferrable: "INITIALLY DEFERRED" })
  @Column("text", { nullable: true })
  organisation!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The winner as printed, where it is more than a city; null when it is not.",
  })
  @Column("text", { nullable: true })
  winner!: string | null;

  @Field(() => String, { nullable: true, description: "The winning project; null when not known." })
  @Column("text", { nullable: true })
  project!: string | null;
}

@InputType()
export class WinInput extends FactInput {
  @Field(() => Slug) edition!: string;
  @Field(() => String, { nullable: true }) category?: string;
  @Field(() => Slug, { nullable: true }) city?: string;
  @Field(() => Slug, { nullable: true }) country?: string;
  @Field(() => Slug, { nullable: true }) organisation?: string;
  @Field(() => String, { nullable: true }) winner?: string;
  @Field(() => String, { nullable: true }) project?: string;
}
