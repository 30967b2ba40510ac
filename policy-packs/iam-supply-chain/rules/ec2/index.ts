import type { Rule } from "../../../core/rule";
import { ec2NoPipedScripts } from "./ec2-no-piped-scripts";

export const ec2Rules: readonly Rule[] = [ec2NoPipedScripts];
