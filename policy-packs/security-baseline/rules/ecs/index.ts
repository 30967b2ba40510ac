import type { Rule } from "../../../core/rule";
import { ecsEfsTransitEncryption } from "./ecs-efs-transit-encryption";
import { ecsNoEnvSecrets } from "./ecs-no-env-secrets";
import { ecsNoHostNamespaces } from "./ecs-no-host-namespaces";
import { ecsNoPrivileged } from "./ecs-no-privileged";
import { ecsNoPublicIp } from "./ecs-no-public-ip";
import { ecsReadonlyRootAndLogging } from "./ecs-readonly-root-and-logging";

export const ecsRules: readonly Rule[] = [
  ecsEfsTransitEncryption,
  ecsNoEnvSecrets,
  ecsNoHostNamespaces,
  ecsNoPrivileged,
  ecsNoPublicIp,
  ecsReadonlyRootAndLogging,
];
