import { satisfies, valid } from "semver";
import { z } from "zod";
import { anyTypeRule } from "../../../core/rule";
import { isInStack } from "../../../core/stacks";

const prefix = "pulumi:providers:";

/** Only plugins that somebody chose are run, with the rights of whoever deploys. */
export const pulumiAllowedProviders = anyTypeRule({
  name: "pulumi-allowed-providers",
  title: "Providers are of a package that is listed, in a version that is allowed, and explicit in production.",
  severity: "medium",
  // The engine's own provider serves references to stacks.
  judges: (type) => type.startsWith(prefix) && type !== `${prefix}pulumi`,
  parameters: z.object({
    packages: z
      .record(z.string(), z.string())
      .default({
        aws: ">=7.0.0",
        awsx: ">=3.0.0",
        eks: ">=4.0.0",
        foundation: "*",
        kubernetes: ">=4.0.0",
        random: "*",
        time: "*",
        tls: "*",
      })
      .describe("Names of packages, each with the range of versions that is allowed; where none is listed, all are."),
    explicitIn: z
      .array(z.string())
      .default(["prod*", "*-prod", "*-prod-*"])
      .describe("Names of the stacks without default providers, with * for any characters."),
  }),
  controls: {},
  remediationSteps:
    "Use a package that is listed, in a version that is allowed; in production make a provider and pass it to resources, with pulumi:disable-default-providers set for the stack.",
  docs: {
    why: "A provider is a program with the credentials of the deployment; a default one takes account and region from the shell.",
    component: "Every stack of the foundation makes its own providers and disables the default ones.",
    good: [{ type: "pulumi:providers:aws", name: "workload", props: { version: "7.48.0" } }],
  },
  check({ type, urn, name, props }, report, { packages, explicitIn }) {
    const own = type.slice(prefix.length);
    if (Object.keys(packages).length > 0) {
      const range = Object.hasOwn(packages, own) ? packages[own] : undefined;
      if (range === undefined) report("the provider's package is not listed: take another, or have it listed");
      else {
        const version = valid(typeof props.version === "string" ? props.version : null);
        // Without a version the engine takes the one that the program's own SDK asks for.
        if (version !== null && !satisfies(version, range, { includePrerelease: true })) {
          report(`the provider's version is not allowed: use one in the range ${range}`);
        }
      }
    }
    if (/^default(_|$)/.test(name) && isInStack(urn, explicitIn)) {
      report("a default provider is used: make a provider with account and region, and pass it to the resources");
    }
  },
});
