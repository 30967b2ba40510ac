import type { Rule } from "../../../core/rule";
import { codebuildNoPlaintextCredentials } from "./codebuild-no-plaintext-credentials";

export const codebuildRules: readonly Rule[] = [codebuildNoPlaintextCredentials];
