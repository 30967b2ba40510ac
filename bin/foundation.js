#!/usr/bin/env node
"use strict";
require("../tools/typescript/register");
require("../cli/main");
