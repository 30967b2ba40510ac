import type { Rule } from "../../../core/rule";
import { ecsNoEnvSecrets } from "./ecs-no-env-secrets";
import { ecsNoHostNamespaces } from "./ecs-no-host-namespaces";
import { ecsNoPrivileged } from "./ecs-no-privileged";
import { ecsNoPublicIp } from "./ecs-no-public-ip";

export const ecsRules: readonly Rule[] = [ecsNoEnvSecrets, ecsNoHostNamespaces, ecsNoPrivileged, ecsNoPublicIp];
