import { registerEnumType } from "type-graphql";

export enum Qualifier {
  EXACTLY = "EXACTLY",
  AT_LEAST = "AT_LEAST",
  AT_MOST = "AT_MOST",
  ABOUT = "ABOUT",
}
registerEnumType(Qualifier, {
  name: "Qualifier",
  description: "How a number is to be taken.",
  valuesConfig: {
    EXACTLY: { description: "As printed, to its last digit." },
    AT_LEAST: { description: "This many or more: `more than`, `over`." },
    AT_MOST: { description: "This many or fewer: `up to`." },
    ABOUT: { description: "Roughly this many." },
  },
});
