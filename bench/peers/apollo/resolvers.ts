import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { LessThanOrEqual } from "typeorm";
import * as sql from "../sql";
import { type Context } from "./context";
import * as entities from "./entities";
import { AwardEdition, City, ExpoEdition, Observation, Placement, RankingEdition, Win } from "./entities";
import { Slug } from "./scalars";
import * as shapes from "./shapes";

const first = ["first", () => Int, { nullable: true }] as const;

@Resolver()
export class QueryResolver {
  @Query(() => RankingEdition, { nullable: true })
  rankingEdition(@Arg("slug", () => Slug) slug: string, @Ctx() { source }: Context): Promise<object | null> {
    return source.getRepository(RankingEdition).findOneBy({ slug });
  }

  @Query(() => City, { nullable: true })
  city(@Arg("slug", () => Slug) slug: string, @Ctx() { source }: Context): Promise<object | null> {
    return source.getRepository(City).findOneBy({ slug });
  }

  @Query(() => shapes.CityConnection)
  async cities(
    @Arg(...first) take = 50,
    @Arg("where", () => shapes.CityFilter, { nullable: true }) where: object | undefined,
    @Arg("orderBy", () => [shapes.CityOrder], { nullable: true }) orderBy: { indicator?: string }[] | undefined,
    @Ctx() { source }: Context,
  ): Promise<object> {
    const repository = source.getRepository(City);
    if (orderBy?.[0]?.indicator) {
      const found = await source.query<Row[]>(sql.citiesByFigure(), [orderBy[0].indicator, take]);
      return { nodes: [], edges: found.map((row) => ({ node: cityOf(row), figure: row })) };
    }
    const { lte } = (where as shapes.CityFilter | undefined)?.prominence ?? {};
    const order = { prominence: "DESC", slug: "DESC" } as const;
    const nodes = await repository.find({
      ...{ take, order, where: lte === undefined ? {} : { prominence: LessThanOrEqual(lte) } },
    });
    return { nodes };
  }

  @Query(() => shapes.SearchConnection)
  async search(
    @Arg("text") text: string,
    @Arg("kinds", () => [shapes.SearchKind], { nullable: true }) _kinds: string[] | undefined,
    @Arg(...first) take = 50,
    @Ctx() { source }: Context,
  ): Promise<object> {
    const found = await source.query<Row[]>(sql.search(), [text, take]);
    return { nodes: found.map(cityOf), totalCount: found[0]?.["total"] ?? 0 };
  }
}

type Row = Record<string, unknown>;

/** What TypeORM has no words for is written in SQL; its rows become entities. */
const cityOf = ({ country, ...row }: Row) => Object.assign(new City(), row, { countryId: country });

@Resolver(() => City)
export class CityResolver {
  @FieldResolver(() => entities.Country)
  country(@Root() { countryId }: City, @Ctx() { one }: Context): Promise<object> {
    return one(entities.Country, countryId);
  }

  @FieldResolver(() => shapes.PlacementConnection)
  async placements(@Root() { slug }: City, @Arg(...first) take = 50, @Ctx() context: Context): Promise<object> {
    const rows = await context.placements.load(slug);
    return { nodes: rows.slice(0, take), totalCount: rows.length };
  }

  @FieldResolver(() => shapes.WinConnection)
  async wins(@Root() { slug }: City, @Arg(...first) take = 50, @Ctx() context: Context): Promise<object> {
    const rows = await context.wins.load(slug);
    return { nodes: rows.slice(0, take), totalCount: rows.length };
  }

  @FieldResolver(() => shapes.ExpoEditionConnection)
  async expoEditions(@Root() { slug }: City, @Arg(...first) take = 50, @Ctx() context: Context): Promise<object> {
    const rows = await context.expoEditions.load(slug);
    return { nodes: rows.slice(0, take), totalCount: rows.length };
  }

  @FieldResolver(() => shapes.ObservationConnection)
  async observations(
    @Root() { slug }: City,
    @Arg(...first) take = 50,
    @Arg("orderBy", () => [shapes.ObservationOrder], { nullable: true }) _orderBy: object[] | undefined,
    @Ctx() { source }: Context,
  ): Promise<object> {
    const order = { period: "DESC", id: "DESC" } as const;
    return { nodes: await source.getRepository(Observation).find({ where: { subject: `City:${slug}` }, order, take }) };
  }
}

@Resolver(() => RankingEdition)
export class RankingEditionResolver {
  @FieldResolver(() => entities.Ranking)
  ranking(@Root() { rankingId }: RankingEdition, @Ctx() { one }: Context): Promise<object> {
    return one(entities.Ranking, rankingId);
  }

  @FieldResolver(() => shapes.PlacementConnection)
  async placements(
    @Root() { slug }: RankingEdition,
    @Arg(...first) take = 50,
    @Ctx() { source }: Context,
  ): Promise<object> {
    const order = { rank: "ASC", id: "ASC" } as const;
    return { nodes: await source.getRepository(Placement).find({ where: { editionId: slug }, order, take }) };
  }
}

@Resolver(() => Placement)
export class PlacementResolver {
  @FieldResolver(() => City)
  city(@Root() { cityId }: Placement, @Ctx() { one }: Context): Promise<object> {
    return one(City, cityId);
  }

  @FieldResolver(() => RankingEdition)
  edition(@Root() { editionId }: Placement, @Ctx() { one }: Context): Promise<object> {
    return one(RankingEdition, editionId);
  }
}

@Resolver(() => Win)
export class WinResolver {
  @FieldResolver(() => AwardEdition)
  edition(@Root() { editionId }: Win, @Ctx() { one }: Context): Promise<object> {
    return one(AwardEdition, editionId);
  }
}

@Resolver(() => AwardEdition)
export class AwardEditionResolver {
  @FieldResolver(() => entities.Award)
  award(@Root() { awardId }: AwardEdition, @Ctx() { one }: Context): Promise<object> {
    return one(entities.Award, awardId);
  }
}

@Resolver(() => ExpoEdition)
export class ExpoEditionResolver {
  @FieldResolver(() => entities.Expo)
  expo(@Root() { expoId }: ExpoEdition, @Ctx() { one }: Context): Promise<object> {
    return one(entities.Expo, expoId);
  }
}

@Resolver(() => Observation)
export class ObservationResolver {
  @FieldResolver(() => entities.Indicator)
  indicator(@Root() { indicatorId }: Observation, @Ctx() { one }: Context): Promise<object> {
    return one(entities.Indicator, indicatorId);
  }
}

export const resolvers = [
  ...[QueryResolver, CityResolver, RankingEditionResolver, PlacementResolver, WinResolver],
  ...[AwardEditionResolver, ExpoEditionResolver, ObservationResolver],
] as const;
