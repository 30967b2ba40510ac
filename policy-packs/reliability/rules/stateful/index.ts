import type { Rule } from "../../../core/rule";
import { serviceDeletionProtection } from "./service-deletion-protection";
import { statefulNoReplaceOnRename } from "./stateful-no-replace-on-rename";
import { statefulProtected } from "./stateful-protected";

export const statefulRules: readonly Rule[] = [serviceDeletionProtection, statefulNoReplaceOnRename, statefulProtected];
