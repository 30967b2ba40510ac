import {
  covers,
  coversEveryRole,
  forEachAllow,
  grants,
  policiesWith,
  policyTypes,
} from "../../../core/identity-policy";
import type { PolicyStatement } from "../../../core/policy-document";
import { resourceRule } from "../../../core/rule";
import { privilegeEscalations } from "../../data/privilege-escalation";

/** Nobody may give themselves more than they were given. */
export const iamNoPrivilegeEscalation = resourceRule({
  name: "iam-no-privilege-escalation",
  title: "No policy allows a known set of actions by which an identity gives itself more.",
  severity: "high",
  types: policyTypes,
  controls: {
    soc2: ["CC3.3"],
  },
  remediationSteps: "Leave one of the actions out, or name the resources it is needed on.",
  docs: {
    why: "With such a set of actions, whatever else the policy withholds is there for the taking.",
    good: policiesWith(
      { Effect: "Allow", Action: "ec2:RunInstances", Resource: "*" },
      { Effect: "Allow", Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/app-node" },
    ),
  },
  check({ props }, report) {
    const unscoped: PolicyStatement[] = [];
    forEachAllow(props, (statement) => {
      if (covers(statement) || coversEveryRole(statement)) unscoped.push(statement);
    });
    const found = privilegeEscalations.find((actions) =>
      actions.every((action) => unscoped.some((statement) => grants(statement, action))),
    );
    if (found) report(`policy lets who has it take more, by ${found.join(" and ")}: leave one out or scope it`);
  },
});
