import type { Rule } from "../../../core/rule";
import { codebuildNoPlaintextCredentials } from "./codebuild-no-plaintext-credentials";
import { codebuildNoPrivileged } from "./codebuild-no-privileged";

export const codebuildRules: readonly Rule[] = [codebuildNoPlaintextCredentials, codebuildNoPrivileged];
