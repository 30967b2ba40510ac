import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { cacheRoot } from "../install/cache";
import { goBuild } from "../install/go-build";
import { executableOf, install, type Program, type Report, readRecord, type Way } from "../install/install";
import { lastLines, run } from "../install/process";

/** Release of Kubernetes that go.mod pins. */
export const kubernetesVersion = "1.36.3";

const moduleFolder = path.join(__dirname, "control-plane");
const versionPackage = "k8s.io/component-base/version";
const [major, minor] = kubernetesVersion.split(".");

const build = goBuild({
  announcement: `building the Kubernetes ${kubernetesVersion} control plane from its Go modules (5 to 10 minutes on two cores, once)`,
  moduleFolder,
  flags: [
    // Without debugging information: it halves the memory that the build takes.
    "-gcflags=all=-dwarf=false",
    "-ldflags",
    `-s -w -X ${versionPackage}.gitVersion=v${kubernetesVersion} -X ${versionPackage}.gitMajor=${major} -X ${versionPackage}.gitMinor=${minor}`,
  ],
  target: ".",
  executable: "control-plane",
});

/** The executable of the control plane in the cache; undefined where it was not built yet. */
export async function findControlPlane(): Promise<string | undefined> {
  const program = cachedProgram();
  return (await readRecord(program)) && executableOf(program);
}

/**
 * The executable that is etcd, kube-apiserver, kube-controller-manager and kubectl by its first argument; built into a
 * cache outside the repository where it is not there yet.
 *
 * A second call at the same time, in any process, waits for the first. `report` takes lines that say what is done, how
 * long it takes and how far it is.
 *
 * @throws InstallError with why it could not be built, and what to install.
 */
export async function ensureControlPlane(report: Report, ways: readonly Way[] = [build]): Promise<string> {
  const program = cachedProgram();
  await install(program, ways, report);
  return executableOf(program);
}

/** A program's folder is named by all that it is built from, so a changed module is built again. */
function cachedProgram(): Program {
  const hash = createHash("sha256");
  for (const file of ["go.mod", "go.sum", "main.go"]) hash.update(readFileSync(path.join(moduleFolder, file)));
  return {
    name: "Kubernetes control plane",
    version: kubernetesVersion,
    folder: path.join(cacheRoot(), "kubernetes", `${kubernetesVersion}-${hash.digest("hex").slice(0, 12)}`),
    executable: "control-plane",
    recordFile: "control-plane.json",
    versionOf,
    advice:
      "Install Go 1.26.0 or newer (https://go.dev/dl/) and let it reach a Go module proxy (go env GOPROXY), or leave " +
      "Kubernetes to the model, which needs neither.",
  };
}

/** What `kube-apiserver --version` answers, without the leading v. */
async function versionOf(executable: string): Promise<string> {
  const { code, stdout, stderr } = await run(executable, ["kube-apiserver", "--version"], { timeoutMs: 30_000 });
  const version = /^Kubernetes v(\S+)$/m.exec(stdout)?.[1];
  if (code === 0 && version) return version;
  throw new Error(`${executable} kube-apiserver --version ended with code ${code}: ${lastLines(stderr || stdout)}`);
}
