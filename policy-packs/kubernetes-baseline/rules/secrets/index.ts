import type { Rule } from "../../../core/rule";
import { k8sExternalSecretRefreshed } from "./k8s-external-secret-refreshed";

export const secretsRules: readonly Rule[] = [k8sExternalSecretRefreshed];
