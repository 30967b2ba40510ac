import type { Rule } from "../../../core/rule";
import { eksAccessByApi } from "./eks-access-by-api";
import { eksAddonVersionPinned } from "./eks-addon-version-pinned";

export const eksRules: readonly Rule[] = [eksAccessByApi, eksAddonVersionPinned];
