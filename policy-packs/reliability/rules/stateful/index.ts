import type { Rule } from "../../../core/rule";
import { statefulNoReplaceOnRename } from "./stateful-no-replace-on-rename";
import { statefulProtected } from "./stateful-protected";

export const statefulRules: readonly Rule[] = [statefulNoReplaceOnRename, statefulProtected];
