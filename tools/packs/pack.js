"use strict";
/** Run by `npm pack` in a pack's folder: the package holds the pack in one file, which needs nothing else. */
const path = require("node:path");
const { bundle } = require("./compile");

bundle(process.cwd(), null, path.join(process.cwd(), "bundle.js"));
