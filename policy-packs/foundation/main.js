require("../../tools/typescript/register");
require("./index");
