import { registerEnumType } from "type-graphql";

export enum IndexAggregation {
  ARITHMETIC = "ARITHMETIC",
  GEOMETRIC = "GEOMETRIC",
  HARMONIC = "HARMONIC",
  POWER = "POWER",
}
registerEnumType(IndexAggregation, {
  name: "IndexAggregation",
  description: "How parts are put together to a whole.",
  valuesConfig: {
    ARITHMETIC: { description: "The weighted mean: a point more of one part makes up for a point less of another." },
    GEOMETRIC: {
      description: "The geometric mean: a low part is harder to make up for, and a part of 0 makes the whole 0.",
    },
    HARMONIC: { description: "The harmonic mean: harder still." },
    POWER: { description: "The mean of the power given beside it: the further below 1, the less is made up for." },
  },
});

export enum IndexNormalisation {
  MIN_MAX = "MIN_MAX",
  Z_SCORE = "Z_SCORE",
  RANK = "RANK",
  PERCENTILE = "PERCENTILE",
  GOALPOSTS = "GOALPOSTS",
  TARGET = "TARGET",
}
registerEnumType(IndexNormalisation, {
  name: "IndexNormalisation",
  description: "How values of different units are made comparable.",
  valuesConfig: {
    MIN_MAX: { description: "From 0 (the worst of these cities) to 100 (the best)." },
    Z_SCORE: { description: "50 is the mean of these cities, 10 points are a standard deviation." },
    RANK: { description: "Points for places: the worst of n cities gets 1, the best n." },
    PERCENTILE: { description: "The share of the other cities that it beats, from 0 to 100." },
    GOALPOSTS: {
      description:
        "From 0 to 100 between the fixed ends `low` and `high`, so that a score does not hang on who else is there.",
    },
    TARGET: { description: "From 0 (the worst of these cities) to 100 (the `target` reached)." },
  },
});

export enum IndexTransform {
  LOG = "LOG",
  LOG1P = "LOG1P",
}
registerEnumType(IndexTransform, {
  name: "IndexTransform",
  description: "What is done to values before they are made comparable.",
  valuesConfig: {
    LOG: { description: "The logarithm, of values above 0: each doubling counts the same." },
    LOG1P: { description: "The logarithm of 1 more, for values of 0 and above." },
  },
});

export enum IndexWeighting {
  GIVEN = "GIVEN",
  EQUAL = "EQUAL",
  ENTROPY = "ENTROPY",
  PRINCIPAL_COMPONENT = "PRINCIPAL_COMPONENT",
}
registerEnumType(IndexWeighting, {
  name: "IndexWeighting",
  description: "Where the weights of a dimension's parts come from.",
  valuesConfig: {
    GIVEN: { description: "From the parts themselves; one that says nothing weighs 1." },
    EQUAL: { description: "All weigh the same." },
    ENTROPY: { description: "From the data: what tells cities apart more weighs more." },
    PRINCIPAL_COMPONENT: { description: "From the data: what moves with the others weighs more." },
  },
});

export enum IndexOutliers {
  KEPT = "KEPT",
  FENCES = "FENCES",
  SKEWNESS = "SKEWNESS",
  QUANTILES = "QUANTILES",
  COUNT = "COUNT",
}
registerEnumType(IndexOutliers, {
  name: "IndexOutliers",
  description: "What is done with outliers; none is ever dropped.",
  valuesConfig: {
    KEPT: { description: "They are left as they are." },
    FENCES: {
      description:
        "What lies more than 1.5 interquartile ranges beyond the quartiles counts as the outermost value within (Tukey); with fewer than ten known values nothing does.",
    },
    SKEWNESS: {
      description:
        "While skewness is above 2 and excess kurtosis above 3.5, the outermost value counts as the next one inwards, five at most (OECD and JRC handbook); with fewer than ten known values none does.",
    },
    QUANTILES: {
      description:
        "What lies below the quantile `outliersLow` or above the quantile `outliersHigh`, such as 0.025 and 0.975, counts as that quantile.",
    },
    COUNT: {
      description: "The `outliersLow` least and the `outliersHigh` greatest values count as the next one inwards.",
    },
  },
});

export enum IndexMissing {
  EXCLUDE = "EXCLUDE",
  COVERAGE = "COVERAGE",
  GROUP_MEAN = "GROUP_MEAN",
}
registerEnumType(IndexMissing, {
  name: "IndexMissing",
  description: "What becomes of a city of which something is not known. It is never counted as zero.",
  valuesConfig: {
    EXCLUDE: { description: "It gets no score, and the reason is told." },
    COVERAGE: {
      description:
        "It gets one if at least `coverage` of the indicators is known; what is not known is left out, and its weight shared among its siblings.",
    },
    GROUP_MEAN: {
      description:
        "It gets the mean of the known values of the other cities of its group (`groupBy`), marked as imputed, if at least `coverage` is known; a city of whose group nothing is known gets no score.",
    },
  },
});

export enum IndexGroupBy {
  ALL = "ALL",
  COUNTRY = "COUNTRY",
  GROUPS = "GROUPS",
}
registerEnumType(IndexGroupBy, {
  name: "IndexGroupBy",
  description: "Of which other cities the mean is taken where a value is imputed.",
  valuesConfig: {
    ALL: { description: "Of all of the index." },
    COUNTRY: { description: "Of those of the same country." },
    GROUPS: {
      description:
        "Of those of the countries that are named together in `groups`, such as a continent's; cities of countries that no group names make one more.",
    },
  },
});
