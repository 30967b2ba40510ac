import { pulumiNoCommands } from "../../../../policy-packs/iam-supply-chain/rules/pulumi/pulumi-no-commands";
import { testRule } from "../../../support/rule";

const instead = (type: string) => ({ without: ["agent"], add: [{ type, name: "migrate", props: { create: "true" } }] });

testRule(pulumiNoCommands, {
  bad: {
    "a command": instead("command:local:Command"),
    "a command on another machine": instead("command:remote:Command"),
    "a file for another machine": instead("command:remote:CopyToRemote"),
    "a dynamic resource": instead("pulumi-nodejs:dynamic:Resource"),
    "a command that is not the allowed one": {
      ...instead("command:local:Command"),
      configuration: { allowedNames: ["seed-*"] },
    },
  },
  good: {
    "a command that was looked at": { ...instead("command:local:Command"), configuration: { allowedNames: ["migr*"] } },
  },
});
