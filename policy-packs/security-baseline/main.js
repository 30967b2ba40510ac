"use strict";
const { existsSync } = require("node:fs");
const path = require("node:path");

process.setSourceMapsEnabled(true);
// In the repository a pack is compiled when something in it has changed; packed by npm it is in the file beside this one.
const isRepository = existsSync(path.join(__dirname, "index.ts"));
require(isRepository ? require("../../tools/packs/compile").compiled(__dirname) : "./bundle");
