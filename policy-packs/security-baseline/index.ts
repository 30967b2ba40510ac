import { servePack } from "../analyzer/serve";
import manifest from "./package.json";
import { rules } from "./rules";

servePack(manifest, { "security-baseline": rules });
