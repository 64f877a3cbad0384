import { pageOf, testAnswers } from "./worked";

describe("what the page asks of the graph", () => testAnswers(pageOf("methods-forecast.md"), 6));
