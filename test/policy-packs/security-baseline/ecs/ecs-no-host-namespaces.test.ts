import { ecsNoHostNamespaces } from "../../../../policy-packs/security-baseline/rules/ecs/ecs-no-host-namespaces";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(ecsNoHostNamespaces, {
  bad: {
    "the host's network": { set: { networkMode: "host" } },
    "the host's processes": { set: { pidMode: "host" } },
    "the host's memory": { set: { ipcMode: "host" } },
    "the host's memory behind an unknown network": { set: { networkMode: unknown, ipcMode: "host" } },
    "a container that asks for the host's processes": {
      set: { containerDefinitions: JSON.stringify([{ name: "agent", pidMode: "host" }]) },
    },
  },
  good: {
    "all that is default": { props: {} },
    "no network": { set: { networkMode: "none" } },
    "a container that is called so": { set: { containerDefinitions: JSON.stringify([{ name: "host" }]) } },
  },
  unknown: ["networkMode", "pidMode", "ipcMode", "containerDefinitions"],
});
