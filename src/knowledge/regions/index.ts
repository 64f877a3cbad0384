import { thing } from "../kind";
import { Region, RegionInput } from "./region";

export const regions = thing<RegionInput>({
  name: "regions",
  one: "region",
  entity: Region,
  input: RegionInput,
  identify: ({ slug }) => slug,
  edges: [],
});
