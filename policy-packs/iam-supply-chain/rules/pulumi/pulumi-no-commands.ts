import { z } from "zod";
import { untypedRule } from "../../../core/rule";
import { matchesAny } from "../../../core/wildcard";

/** Resources that run a program of their own: of the package command, and dynamic ones, in Node.js and in Python. */
const types = [
  "command:local:Command",
  "command:remote:Command",
  "command:remote:CopyFile",
  "command:remote:CopyToRemote",
  "pulumi-nodejs:dynamic:Resource",
  "pulumi-python:dynamic:Resource",
];

/** What a deployment does can be seen before. */
export const pulumiNoCommands = untypedRule({
  name: "pulumi-no-commands",
  title: "Deployments run no commands of their own.",
  severity: "medium",
  // Sometimes there is no other way: a company says where.
  level: "advisory",
  types,
  parameters: z.object({
    allowedNames: z
      .array(z.string())
      .default([])
      .describe("Names, in the program, of those that were looked at, with * for any characters."),
  }),
  controls: {},
  remediationSteps:
    "Use a resource of a provider, or let a job in the cluster, a function or the machine's own start do it; where there is no other way, add the name to this rule's allowedNames.",
  docs: {
    why: "A preview cannot say what a command will do, no policy sees it, it depends on the machine that deploys, and what it prints, secrets too, is kept in the state in plain text.",
    good: [{ type: "aws:ssm/association:Association", name: "agent", props: { name: "AWS-UpdateSSMAgent" } }],
  },
  check({ type, name }, report, { allowedNames }) {
    if (types.includes(type) && !matchesAny(name, allowedNames)) {
      report("the deployment runs a program that no preview and no policy can look at: use a resource of a provider");
    }
  },
});
