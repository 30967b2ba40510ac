import { costEcrLifecycle } from "../../../../policy-packs/tagging-cost/rules/containers/cost-ecr-lifecycle";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const repository = { type: "aws:ecr/repository:Repository", name: "more", props: {} };

testRule(costEcrLifecycle, {
  bad: {
    "no policy": { without: ["clean-up"] },
    "a policy of another repository": { add: [repository] },
  },
  good: {
    "a policy by the repository's name": {
      add: [
        { ...repository, props: { id: "more" } },
        { type: "aws:ecr/lifecyclePolicy:LifecyclePolicy", name: "policy", props: { repository: "more" } },
      ],
    },
    "a repository made in the same deployment": { of: "clean-up", set: { repository: unknown } },
  },
});
