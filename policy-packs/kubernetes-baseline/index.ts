import { PolicyPack } from "@pulumi/policy";
import { loadExceptions } from "../core/exceptions/file";
import { policiesOf } from "../core/policies";
import { rules } from "./rules/index";

new PolicyPack("kubernetes-baseline", { policies: policiesOf(rules, loadExceptions(rules)) });
