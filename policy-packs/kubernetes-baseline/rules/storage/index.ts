import type { Rule } from "../../../core/rule";
import { k8sVolumesRetained } from "./k8s-volumes-retained";

export const storageRules: readonly Rule[] = [k8sVolumesRetained];
