import { servePack } from "../analyzer/serve";
import { packs } from "../rules";
import manifest from "./package.json";

servePack(manifest, packs);
