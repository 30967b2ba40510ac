import { z } from "zod";
import { parseJson } from "../../../core/json";
import { type Resource, resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

const lambda = "aws:lambda/function:Function";

/**
 * Accounts by which AWS publishes layers: Lambda Insights, Powertools, Distro for OpenTelemetry
 * (docs.aws.amazon.com/lambda/latest/dg/monitoring-insights.html, docs.powertools.aws.dev, aws-otel.github.io/docs/getting-started/lambda).
 */
const publishers = ["580247275435", "017000801446", "901920570463"];

/** Code in a function is one's own, or of those who are trusted with it. */
export const lambdaLayersKnownAccounts = resourceRule({
  name: "lambda-layers-known-accounts",
  title: "Layers of functions come from one's own account or from a known one.",
  severity: "high",
  types: [lambda],
  parameters: z.object({
    accounts: z
      .array(z.string())
      .default([])
      .describe("Numbers of further accounts whose layers may be used, such as a vendor's or the company's own."),
  }),
  controls: {},
  remediationSteps:
    "Download the layer, look at it and publish it in an account of your own, or have its account added to this rule's configuration.",
  docs: {
    why: "A layer runs inside the function, with its role and all that it is sent; whoever owns a foreign one can also delete it, and then the function can no longer be deployed.",
    good: {
      [lambda]: {
        role: "arn:aws:iam::111122223333:role/shop",
        layers: [
          "arn:aws:lambda:eu-central-1:111122223333:layer:shop:7",
          "arn:aws:lambda:eu-central-1:580247275435:layer:LambdaInsightsExtension:53",
        ],
      },
    },
  },
  check(resource, report, { accounts }) {
    forEachKnown(resource.props.layers, (layer) => {
      const account = /^arn:[^:]*:lambda:[^:]*:(\d{12}):layer:/.exec(layer)?.[1];
      if (account === undefined || publishers.includes(account) || accounts.includes(account)) return;
      const own = ownAccounts(resource);
      if (own.length > 0 && !own.includes(account)) {
        report("layers has one of an account that is not known: publish a copy in your own");
      }
    });
  },
});

/** The account that a function is made in: the one that its provider is bound to, else that of its role. */
function ownAccounts({ provider, props }: Pick<Resource, "provider"> & { readonly props: { role?: string } }) {
  const allowed = provider?.props.allowedAccountIds;
  // The engine keeps a provider's lists as JSON.
  const ids: unknown = typeof allowed === "string" ? parseJson(allowed) : allowed;
  if (Array.isArray(ids) && ids.length > 0) return ids.map(String);
  return /^arn:[^:]*:iam::(\d{12}):role\//.exec(props.role ?? "")?.slice(1) ?? [];
}
