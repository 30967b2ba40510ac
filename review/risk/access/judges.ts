import type { Judge } from "../judge";
import { openings } from "../network/openings";
import { attached, boundaries } from "./attached";
import { awsAuth } from "./aws-auth";
import { clusterAccess } from "./eks";
import { furtherAccess } from "./further";
import { permissions } from "./given";
import { podAdmission, podSecurity, publicServices } from "./pods";
import { policies } from "./policies";
import { kubernetesRoles } from "./rbac";
import { publicSwitches } from "./switches";

/** Everything that judges whether access is widened. */
export const accessJudges: readonly Judge[] = [
  ...[policies, attached, boundaries, permissions, furtherAccess, openings, publicSwitches],
  ...[clusterAccess, awsAuth, kubernetesRoles, podSecurity, podAdmission, publicServices],
];
