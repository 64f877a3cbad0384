import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Slug } from "./scalars";

/** A thing with a name. */
@ObjectType()
abstract class Thing {
  @Field(() => Slug)
  @PrimaryColumn("text", { name: "id" })
  slug!: string;

  @Field()
  @Column("text")
  name!: string;
}

@ObjectType()
@Entity("countries")
export class Country extends Thing {}

@ObjectType()
@Entity("rankings")
export class Ranking extends Thing {}

@ObjectType()
@Entity("awards")
export class Award extends Thing {}

@ObjectType()
@Entity("expos")
export class Expo extends Thing {}

@ObjectType()
@Entity("indicators")
export class Indicator extends Thing {
  @Field()
  @Column("text")
  unit!: string;
}

@ObjectType()
export class Location {
  @Field(() => Float) latitude!: number;
  @Field(() => Float) longitude!: number;
}

@ObjectType()
export class ExternalId {
  @Field() scheme!: string;
  @Field() id!: string;
}

@ObjectType()
@Entity("cities")
export class City extends Thing {
  @Field(() => [String])
  @Column("text", { array: true })
  aliases!: string[];

  @Field(() => Int)
  @Column("int")
  prominence!: number;

  @Field(() => Int)
  @Column("int", { name: "recorded_in" })
  recordedIn!: number;

  @Field(() => Location, { nullable: true })
  @Column("jsonb", { nullable: true })
  location!: Location | null;

  @Field(() => [ExternalId])
  @Column("jsonb", { name: "external_ids" })
  externalIds!: ExternalId[];

  @Column("text", { name: "country" })
  countryId!: string;
}

/** One year of a series. */
@ObjectType()
abstract class Edition {
  @Field(() => Slug)
  @PrimaryColumn("text", { name: "id" })
  slug!: string;

  @Field(() => Int)
  @Column("int")
  year!: number;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  title!: string | null;
}

@ObjectType()
@Entity("ranking_editions")
export class RankingEdition extends Edition {
  @Column("text", { name: "ranking" })
  rankingId!: string;
}

@ObjectType()
@Entity("award_editions")
export class AwardEdition extends Edition {
  @Column("text", { name: "award" })
  awardId!: string;
}

@ObjectType()
@Entity("expo_editions")
export class ExpoEdition extends Edition {
  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  starts!: string | null;

  @Column("text", { name: "expo" })
  expoId!: string;

  @Column("text", { name: "city", nullable: true })
  cityId!: string | null;
}

@ObjectType()
@Entity("placements")
export class Placement {
  @PrimaryColumn("text")
  id!: string;

  @Field(() => Int, { nullable: true })
  @Column("int", { nullable: true })
  rank!: number | null;

  @Field(() => Float, { nullable: true })
  @Column("double precision", { nullable: true })
  score!: number | null;

  @Column("text", { name: "city" })
  cityId!: string;

  @Column("text", { name: "edition" })
  editionId!: string;
}

@ObjectType()
@Entity("wins")
export class Win {
  @PrimaryColumn("text")
  id!: string;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  category!: string | null;

  @Column("text", { name: "city", nullable: true })
  cityId!: string | null;

  @Column("text", { name: "edition" })
  editionId!: string;
}

@ObjectType()
@Entity("observations")
export class Observation {
  @PrimaryColumn("text")
  id!: string;

  @Field(() => Float)
  @Column("double precision")
  value!: number;

  @Field()
  @Column("text")
  period!: string;

  @Field()
  @Column("text")
  status!: string;

  @Column("text")
  subject!: string;

  @Column("text", { name: "indicator" })
  indicatorId!: string;
}

export const entities = [
  ...[Country, Ranking, Award, Expo, Indicator, City, RankingEdition, AwardEdition, ExpoEdition],
  ...[Placement, Win, Observation],
];
