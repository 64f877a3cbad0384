/** The queries of pages that were written by hand, by type: all that the graph knows of a thing, in the order of its page. */
export const written: Readonly<Record<string, string>> = {
  City: `
query City($slug: Slug!, $id: ID!) {
  city(slug: $slug) {
    id slug name aliases recordedIn permalink
    country { id name }
    location { latitude longitude }
    population { ...Figure }
    externalIds { scheme id }
    source { ...Cited }
    placements(first: 300) {
      totalCount
      nodes {
        ...Told
        rank score rating
        edition { id year label citiesAssessed comparableWith ranking { id name } }
        dimensions { id rank score rating dimension { id name } }
      }
    }
    wins(first: 100) { totalCount nodes { ...Told category project edition { id year award { id name } } } }
    expoEditions(first: 50) {
      totalCount
      nodes {
        ...Told
        year title starts ends venue status
        expo { id name }
        observations(first: 20) { nodes { ...Figure } }
      }
    }
    initiatives(first: 50) {
      totalCount
      nodes {
        id name type started description url
        source { ...Cited }
        observations(first: 30) { nodes { ...Figure } }
        statements(first: 10) { nodes { ...Said } }
      }
    }
    observations(first: 500) { totalCount nodes { ...Figure } }
    forecasts(first: 50) { totalCount nodes { ...Foretold } }
    statements(first: 200) { totalCount nodes { ...Said } }
  }
  contested(about: $id, first: 100) { nodes { ...Contested } }
  graph { revision recordedAt }
}`,

  Country: `
query Country($slug: Slug!, $id: ID!) {
  country(slug: $slug) {
    id slug name aliases iso2 iso3 recordedIn permalink
    source { ...Cited }
    cities(first: 100) { totalCount nodes { id name } }
    wins(first: 100) { totalCount nodes { ...Told category winner project city { id name } edition { id year award { id name } } } }
    observations(first: 500) { totalCount nodes { ...Figure } }
    forecasts(first: 100) { totalCount nodes { ...Foretold } }
    statements(first: 200) { totalCount nodes { ...Said } }
    organisations(first: 100) { totalCount nodes { id name } }
  }
  contested(about: $id, first: 100) { nodes { ...Contested } }
  graph { revision recordedAt }
}`,

  Ranking: `
query Ranking($slug: Slug!, $id: ID!) {
  ranking(slug: $slug) {
    id slug name aliases subject description url recordedIn permalink
    publisher { id name }
    source { ...Cited }
    editions(first: 100) {
      totalCount
      nodes {
        ...Told
        year label title published citiesAssessed
        placements(first: 3) { nodes { ...Told rank city { id name } } }
      }
    }
    dimensions(first: 100) { totalCount nodes { id name description } }
    observations(first: 200) { totalCount nodes { ...Figure } }
    statements(first: 200) { totalCount nodes { ...Said } }
  }
  contested(about: $id, first: 100) { nodes { ...Contested } }
  graph { revision recordedAt }
}`,

  RankingEdition: `
query RankingEdition($slug: Slug!, $id: ID!) {
  rankingEdition(slug: $slug) {
    ...Told
    slug title label year published citiesAssessed scale weights method comparableWith recordedIn permalink
    ranking { id name publisher { id name } }
    dimensions { weight dimension { id name } }
    placements(first: 500) { totalCount nodes { ...Told rank score rating city { id name country { id name } } } }
    observations(first: 200) { totalCount nodes { ...Figure } }
    statements(first: 200) { totalCount nodes { ...Said } }
  }
  contested(about: $id, first: 100) { nodes { ...Contested } }
  graph { revision recordedAt }
}`,

  Award: `
query Award($slug: Slug!, $id: ID!) {
  award(slug: $slug) {
    id slug name aliases description url recordedIn permalink
    organiser { id name }
    source { ...Cited }
    editions(first: 50) {
      totalCount
      nodes {
        ...Told
        year title held award { id name } city { id name }
        wins(first: 30) {
          nodes { ...Told category winner project city { id name } country { id name } organisation { id name } }
        }
        observations(first: 20) { nodes { ...Figure } }
      }
    }
    observations(first: 200) { totalCount nodes { ...Figure } }
    statements(first: 200) { totalCount nodes { ...Said } }
  }
  contested(about: $id, first: 100) { nodes { ...Contested } }
  graph { revision recordedAt }
}`,

  AwardEdition: `
query AwardEdition($slug: Slug!, $id: ID!) {
  awardEdition(slug: $slug) {
    ...Told
    slug title label year held recordedIn permalink
    award { id name organiser { id name } }
    city { id name }
    observations(first: 200) { totalCount nodes { ...Figure } }
    wins(first: 200) {
      totalCount
      nodes { ...Told category winner project city { id name } country { id name } organisation { id name } }
    }
    statements(first: 200) { totalCount nodes { ...Said } }
  }
  contested(about: $id, first: 100) { nodes { ...Contested } }
  graph { revision recordedAt }
}`,

  Expo: `
query Expo($slug: Slug!, $id: ID!) {
  expo(slug: $slug) {
    id slug name aliases description url recordedIn permalink
    organiser { id name }
    source { ...Cited }
    editions(first: 100) {
      totalCount
      nodes {
        ...Told
        year title starts ends venue status
        expo { id name }
        city { id name }
        observations(first: 20) { nodes { ...Figure } }
      }
    }
    observations(first: 200) { totalCount nodes { ...Figure } }
    statements(first: 200) { totalCount nodes { ...Said } }
  }
  contested(about: $id, first: 100) { nodes { ...Contested } }
  graph { revision recordedAt }
}`,

  ExpoEdition: `
query ExpoEdition($slug: Slug!, $id: ID!) {
  expoEdition(slug: $slug) {
    ...Told
    slug title label year starts ends venue status audiences themes recordedIn permalink
    expo { id name }
    city { id name }
    organisers { role organisation { id name } }
    observations(first: 200) { totalCount nodes { ...Figure } }
    statements(first: 200) { totalCount nodes { ...Said } }
  }
  contested(about: $id, first: 100) { nodes { ...Contested } }
  graph { revision recordedAt }
}`,

  Indicator: `
query Indicator($slug: Slug!, $id: ID!) {
  indicator(slug: $slug) {
    id slug name aliases definition unit direction minimum maximum subjects use caveat recordedIn permalink
    dimension { id name }
    externalCodes { scheme code }
    source { ...Cited }
    values(first: 200) { totalCount nodes { ...Told text value period qualifier status note subject { ...Named } } }
    statements(first: 200) { totalCount nodes { ...Said } }
  }
  contested(about: $id, first: 100) { nodes { ...Contested } }
  graph { revision recordedAt }
}`,

  Initiative: `
query Initiative($slug: Slug!, $id: ID!) {
  initiative(slug: $slug) {
    id slug name aliases type started description url recordedIn permalink
    city { id name }
    source { ...Cited }
    observations(first: 500) { totalCount nodes { ...Figure } }
    forecasts(first: 100) { totalCount nodes { ...Foretold } }
    statements(first: 200) { totalCount nodes { ...Said } }
  }
  contested(about: $id, first: 100) { nodes { ...Contested } }
  graph { revision recordedAt }
}`,

  Organisation: `
query Organisation($slug: Slug!, $id: ID!) {
  organisation(slug: $slug) {
    id slug name aliases url recordedIn permalink
    country { id name }
    externalIds { scheme id }
    source { ...Cited }
    rankings(first: 100) { totalCount nodes { id name subject description source { ...Cited } } }
    awards(first: 100) { totalCount nodes { id name description source { ...Cited } } }
    expos(first: 100) { totalCount nodes { id name description source { ...Cited } } }
    wins(first: 100) { totalCount nodes { ...Told category project edition { id year award { id name } } } }
    observations(first: 200) { totalCount nodes { ...Figure } }
    forecasts(first: 100) { totalCount nodes { ...Foretold } }
    said(first: 200) { totalCount nodes { ...Said about { ...Named } } }
    statements(first: 200) { totalCount nodes { ...Said } }
    sources(first: 200) { totalCount nodes { ...Cited } }
  }
  contested(about: $id, first: 100) { nodes { ...Contested } }
  graph { revision recordedAt }
}`,

  Source: `
query Source($slug: Slug!) {
  source(slug: $slug) {
    id slug title authors url kind published retrieved language licence licenceClass note recordedIn permalink
    publisher { id name }
    carrier { id name }
    apa: citation(style: APA)
    chicago: citation(style: CHICAGO)
    bibtex: citation(style: BIBTEX)
    cslJson: citation(style: CSL_JSON)
    claims(first: 100) { totalCount nodes { id kind text deprecated note fact { ...NamedNode } } }
  }
  graph { revision recordedAt }
}`,
};
