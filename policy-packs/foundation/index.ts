import { PolicyPack } from "@pulumi/policy";
import { policiesOf } from "../core/policies";
import { rules } from "../rules";

new PolicyPack("foundation", { policies: policiesOf(rules) });
