import type { Rule } from "../../../core/rule";
import { eksAddonVersionPinned } from "./eks-addon-version-pinned";

export const eksRules: readonly Rule[] = [eksAddonVersionPinned];
