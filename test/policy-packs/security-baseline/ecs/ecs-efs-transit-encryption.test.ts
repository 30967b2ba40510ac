import { ecsEfsTransitEncryption } from "../../../../policy-packs/security-baseline/rules/ecs/ecs-efs-transit-encryption";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const clear = { name: "clear", efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0" } };

testRule(ecsEfsTransitEncryption, {
  bad: {
    "a volume left at its defaults": { unset: ["volumes.0.efsVolumeConfiguration.transitEncryption"] },
    "a volume in clear": { set: { "volumes.0.efsVolumeConfiguration.transitEncryption": "DISABLED" } },
    "a second volume": { set: { "volumes.1": clear } },
    "a volume behind an unknown one": { props: { volumes: [unknown, clear] } },
  },
  good: {
    "a task without volumes": { props: {} },
    "a volume of the host": { props: { volumes: [{ name: "tmp", hostPath: "/tmp" }] } },
    "a file system that is not known yet": { set: { "volumes.0.efsVolumeConfiguration.fileSystemId": unknown } },
  },
  unknown: ["volumes", "volumes.0.efsVolumeConfiguration", "volumes.0.efsVolumeConfiguration.transitEncryption"],
});
