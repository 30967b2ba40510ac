import { PolicyPack } from "@pulumi/policy";
import { policiesOf } from "../core/policies";
import { rules } from "./rules/index";

new PolicyPack("reliability", { policies: policiesOf(rules) });
