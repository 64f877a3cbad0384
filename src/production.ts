/** Libraries look at this once, as they are loaded: graphql then asks of each type what it is in a third of the time. */
process.env["NODE_ENV"] ||= "production";
