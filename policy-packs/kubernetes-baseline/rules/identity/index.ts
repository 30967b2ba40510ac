import type { Rule } from "../../../core/rule";
import { k8sServiceAccountRole } from "./k8s-service-account-role";

export const identityRules: readonly Rule[] = [k8sServiceAccountRole];
