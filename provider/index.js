"use strict";
// Pulumi looks for components in index.ts, beside this file, and runs this one.
require("../tools/typescript/register");
module.exports = require("./index.ts");
