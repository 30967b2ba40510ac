import { copyFile } from "node:fs/promises";
import path from "node:path";
import { goBuild as buildFromModule } from "../install/go-build";
import type { Way } from "../install/install";
import { engineVersion } from "./cache";

/** Folder with the go.mod and go.sum that pin the CLI and everything it needs. */
const moduleFolder = path.join(__dirname, "cli");
const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** The CLI alone, compiled from its public Go module; the language host is ours then. */
export const goBuild: Way = buildFromModule({
  announcement: `building Pulumi CLI ${engineVersion} from its Go module (about 4 minutes on two cores, once)`,
  moduleFolder,
  flags: ["-ldflags", `-s -w -X ${versionVariable}=v${engineVersion}`],
  target: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  executable: "pulumi",
  finish: (bin) =>
    copyFile(path.join(moduleFolder, "pulumi-language-nodejs"), path.join(bin, "pulumi-language-nodejs")),
});
