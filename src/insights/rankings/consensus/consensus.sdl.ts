/** The types that a consensus of rankings speaks of. */
export const consensusSdl = `
"Which lists are put together, and how."
input ConsensusInput {
  "Slugs of the editions to put together, 2 to 60, all of which are taken. Without them, \`where\` and \`take\` choose."
  editions: [Slug!]
  "Editions to choose among; by default those of rankings whose subject speaks of smart cities (contains \`smart cit\`) and names no country: lists of one country's cities are left out, and named in \`leftOut\`."
  where: RankingEditionFilter
  "Which of those that \`where\` lets through are taken."
  take: ConsensusTake! = LATEST_OF_EACH_PUBLISHER
  "How the lists are put together."
  method: ConsensusMethod! = KEMENY
  "On how many of the lists a city must be to be ranked, 1 to 60. With 1, a city can come first on the word of one list."
  minimumLists: Int! = 2
  "Of how many places of an edition the graph must know for it to be taken, 2 to 1,000; not beside \`editions\`, which need 2."
  minimumPlaces: Int! = 5
  "How often publishers are drawn anew for the intervals, 0 (no intervals) to 2,000; by default 200, with PLACKETT_LUCE 20."
  draws: Int
  "The share of draws within the intervals, above 0 and below 1."
  level: Float! = 0.9
  "The seed of draws and searches: the same seed, the same answer."
  seed: Int! = 1
}
"Which editions are taken."
enum ConsensusTake {
  "One of each publisher: the latest of which the graph knows at least two thirds as many places as of that ranking's best known edition. So each publisher speaks once, and not by a fragment."
  LATEST_OF_EACH_PUBLISHER
  "One of each ranking, chosen likewise; rankings of one publisher share its one vote."
  LATEST_OF_EACH_RANKING
  "All; those of one publisher share its one vote."
  ALL
}
"How lists are put together."
enum ConsensusMethod {
  "The order that the fewest pairwise statements of the lists contradict, with a proof or a bound. Kemeny, Daedalus 88, 1959."
  KEMENY
  "By the strongest chains of won duels. Schulze, Social Choice and Welfare 36, 2011."
  SCHULZE
  "By the share of duels won. Copeland, 1951."
  COPELAND
  "By the mean share of the other cities that a city beats on the lists it is on: of the \`citiesAssessed\` of an edition, by its printed rank, where that is known, so that the last of a fragment is not the last of its list; else of those known that are ranked here. Dummett, Voting Procedures, 1984."
  BORDA
  "By worths that make the lists most likely, with intervals of their own. Plackett, Applied Statistics 24, 1975; Hunter, Annals of Statistics 32, 2004."
  PLACKETT_LUCE
}
"What several lists say together. A city that is not on a list is not punished for it: the list says nothing of it."
type ConsensusRanking {
  "The lists that were put together, the latest first."
  lists: [ConsensusList!]!
  "Editions that were looked at and not taken, and why; older editions that \`take\` passes over are not named."
  leftOut: [LeftOutEdition!]!
  "The cities in the order of the consensus; of several orders that are as good, in one of them."
  places("At most so many, 1 to 500." first: Int! = 50): [ConsensusPlace!]!
  "How many cities it ranks."
  citiesCount: Int!
  "How many cities are on too few lists to be ranked."
  tooFewListsCount: Int!
  "What is proven of it; null for other methods than KEMENY."
  kemeny: KemenyProof
  "The pairs in which most weight says the opposite of the order shown, the widest lead first: where lists contradict each other in circles, some must be overruled."
  overruled("At most so many, 1 to 100." first: Int! = 20): [OverruledMajority!]!
  "How many such pairs there are."
  overruledCount: Int!
  "What to mind."
  warnings: [String!]!
  "The share of draws within the intervals."
  level: Float!
  "The seed."
  seed: Int!
  "How it was reckoned, in words that can be printed beneath a table."
  method: String!
  "Where this is asked again as of its revision, so that the answer stays the same."
  permalink: Url!
}
"One of the lists."
type ConsensusList {
  "The edition."
  edition: RankingEdition!
  "How many places of it the graph knows."
  placesCount: Int!
  "How many of them are of cities that the consensus ranks."
  rankedCount: Int!
  "Its vote: 1 over the number of lists of its publisher."
  weight: Float!
  "The share of pairs of its cities that the order shown puts the other way, from 0 (none) to 1 (all), a tie counting half; null with fewer than two cities."
  distance: Share
  "How many pairs that is of."
  pairsCount: Int!
}
"An edition that was not taken."
type LeftOutEdition {
  "The edition."
  edition: RankingEdition!
  "Why not."
  reason: String!
}
"A city's place in a consensus."
type ConsensusPlace {
  "The city."
  city: City!
  "Its rank, best is 1; ties share the better rank."
  rank: Int!
  "With KEMENY, from which to which place it may stand in orders that the lists contradict as little: where the two differ, its rank is one of several as good. Null for other methods."
  asGood: PlacesAsGood
  "The interval that its rank stays within when publishers are drawn anew. A draw ranks only the cities of the publishers drawn; its ranks are stretched to all cities, (rank - 1) / (ranked - 1) x (all - 1) + 1, so that they can be compared. It always holds the rank: where the draws lie to one side of it, it is widened. Null without draws, where fewer than two publishers rank the city (drawn anew, one says the same each time), or where it was in no draw."
  interval: RankInterval
  "The share of all draws, from 0 to 1, in which it is first, alone or tied; draws that do not rank it count too. Null where \`interval\` is."
  first: Share
  "What the method gives it: the share of cities beaten (BORDA), of duels won (COPELAND), or its worth, adding up to 1 (PLACKETT_LUCE); null for KEMENY and SCHULZE, which give orders only."
  score: Float
  "With PLACKETT_LUCE, the 95 % interval of its worth that the model gives, against the mean worth of all; else null."
  scoreInterval: AgreementInterval
  "On how many of the lists it is."
  listsCount: Int!
  "Its places on them, the best first."
  placements: [Placement!]!
}
"From which rank to which; the rank that it is told beside is always within."
type RankInterval {
  "The best rank of the interval."
  low: Int!
  "The worst rank of the interval."
  high: Int!
  "The middle of its ranks in the draws."
  median: Int!
  "The mean of its ranks in the draws."
  expected: Float!
}
"The places of a city in orders that are as good."
type PlacesAsGood {
  "The best of them."
  best: Int!
  "The worst of them. Where circles of majorities and even pairs hold more than 12 cities together, not all orders were looked at: each place told can be had, and there may be more."
  worst: Int!
}
"What is proven of a Kemeny order."
type KemenyProof {
  "The weight of all pairwise statements that the order contradicts."
  cost: Float!
  "No order contradicts less."
  lowerBound: Float!
  "(cost - lowerBound) / cost: by what share it could at most be bettered; 0 if proven best."
  gap: Float!
  "Whether the order is proven best. Whether others are as good, \`only\` tells."
  exact: Boolean!
  "Whether no other order is as good: false where one was found, null where not all were looked at or the order is not proven."
  only: Boolean
  "How many groups there are that majorities put in one order without contradiction; within a group of several cities majorities go in circles."
  groupsCount: Int!
  "The size of the largest group."
  largestGroup: Int!
}
"A majority that the consensus goes against."
type OverruledMajority {
  "The city that stands higher in the order shown."
  upper: City!
  "The city that most weight would rank higher."
  lower: City!
  "The weight of the lists that say so."
  against: Float!
  "The weight of those that agree with the consensus."
  agree: Float!
  "The lists that say so."
  lists: [RankingEdition!]!
}
"How lists of smart cities see a city together: those that \`consensusRanking\` takes by default."
type CityStanding {
  "Its best place, by printed rank: to be read beside how many cities the edition assessed (\`edition { citiesAssessed }\`)."
  best: Placement!
  "Its worst place, by printed rank. A worse rank on a long list can be the better place: to be read beside how many cities the edition assessed (\`edition { citiesAssessed }\`)."
  worst: Placement!
  "Printed ranks between the two: 0 where all agree, or where there is one list."
  spread: Int!
  "On how many of the lists it is."
  listsCount: Int!
  "How many lists there are."
  ofListsCount: Int!
  "Its place in their consensus, with its interval; null where it is on too few lists."
  consensus: ConsensusPlace
  "How many cities the consensus ranks."
  ofCitiesCount: Int!
  "How it was reckoned, in words."
  method: String!
  "Where the whole consensus is asked for as of this revision."
  permalink: Url!
}`;
