import { ecsNoPrivileged } from "../../../../policy-packs/security-baseline/rules/ecs/ecs-no-privileged";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const job = "aws:batch/jobDefinition:JobDefinition";
const json = (value: unknown) => JSON.stringify(value);

testRule(ecsNoPrivileged, {
  bad: {
    "a container": { set: { containerDefinitions: json([{ name: "orders", privileged: true }]) } },
    "a second container": {
      set: { containerDefinitions: json([{ name: "orders" }, { name: "agent", privileged: true }]) },
    },
    "a key in another case": { set: { containerDefinitions: json([{ Name: "orders", Privileged: true }]) } },
    "a job": { of: job, set: { containerProperties: json({ privileged: true }) } },
    "a job on ECS": {
      of: job,
      props: { ecsProperties: json({ taskProperties: [{ containers: [{ privileged: true }] }] }) },
    },
    "a job on many nodes": {
      of: job,
      props: { nodeProperties: json({ nodeRangeProperties: [{ container: { privileged: true } }] }) },
    },
    "a job on EKS": {
      of: job,
      props: { eksProperties: { podProperties: { containers: [{ securityContext: { privileged: true } }] } } },
    },
    "a job on EKS before it starts": {
      of: job,
      props: { eksProperties: { podProperties: { initContainers: [{ securityContext: { privileged: true } }] } } },
    },
    "a job behind what is unknown": {
      of: job,
      props: { containerProperties: unknown, nodeProperties: json({ container: { privileged: true } }) },
    },
  },
  good: {
    "a container that says that it is not": { set: { containerDefinitions: json([{ privileged: false }]) } },
    "an argument of that name": { set: { containerDefinitions: json([{ command: ["--privileged", "true"] }]) } },
    "a task without containers": { props: {} },
    "what is no JSON, which ECS refuses": { set: { containerDefinitions: "privileged: true" } },
    "a job on EKS": {
      of: job,
      props: { eksProperties: { podProperties: { containers: [{ securityContext: { runAsNonRoot: true } }] } } },
    },
  },
  unknown: ["containerDefinitions"],
});
