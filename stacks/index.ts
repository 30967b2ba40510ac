import * as pulumi from "@pulumi/pulumi";
import { runLayer } from "./program";

// What plain `pulumi up` runs: Pulumi takes what the program exports as the stack's outputs, a function's result too.
module.exports = () => runLayer(pulumi.getStack());
