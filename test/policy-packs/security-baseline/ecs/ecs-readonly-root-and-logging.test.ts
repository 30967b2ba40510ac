import { ecsReadonlyRootAndLogging } from "../../../../policy-packs/security-baseline/rules/ecs/ecs-readonly-root-and-logging";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const logConfiguration = { logDriver: "awslogs" };
const containers = (...list: object[]) => ({ containerDefinitions: JSON.stringify(list) });
const good = { name: "orders", readonlyRootFilesystem: true, logConfiguration };

testRule(ecsReadonlyRootAndLogging, {
  bad: {
    "a container left at its defaults": { props: containers({ name: "orders" }) },
    "a container that can write": {
      props: containers({ name: "orders", readonlyRootFilesystem: false, logConfiguration }),
    },
    "a container without logs": { props: containers({ name: "orders", readonlyRootFilesystem: true }) },
    "a second container": { props: containers(good, { name: "proxy" }) },
    "logs that are null": { props: containers({ ...good, logConfiguration: null }) },
    "a container of Windows without logs": {
      props: {
        ...containers({ name: "orders" }),
        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
      },
    },
    "a container without logs of a system that is not known yet": {
      props: { ...containers({ name: "orders" }), runtimePlatform: unknown },
    },
    "another container than the exempt one": {
      props: containers({ name: "proxy" }),
      configuration: { exempt: ["agent"] },
    },
  },
  good: {
    "keys in capitals": {
      props: containers({ Name: "orders", ReadonlyRootFilesystem: true, LogConfiguration: logConfiguration }),
    },
    "what a container says of its volumes": { props: containers({ ...good, mountPoints: [{ readOnly: false }] }) },
    "a container of Windows": {
      props: {
        ...containers({ name: "orders", logConfiguration }),
        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
      },
    },
    "an exempt container": { props: containers({ name: "agent" }), configuration: { exempt: ["agent"] } },
    "what is no JSON": { props: { containerDefinitions: "[" } },
  },
  unknown: ["containerDefinitions"],
});
