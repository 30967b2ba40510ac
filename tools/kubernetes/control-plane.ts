import { generateKeyPairSync, randomBytes } from "node:crypto";
import fs from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Access, ApiClient } from "./client";
import { Component } from "./component";

/** A running control plane: etcd, kube-apiserver and kube-controller-manager on this machine's loopback. */
export interface ControlPlane {
  /** As a member of system:masters. */
  access: Access;
  /** File with the same access, for kubectl; mode 0600. */
  kubeconfig: string;
  /** Process ids of its components. */
  pids: number[];
  /** Ends it; what it holds stays in the data folder. */
  stop(): Promise<void>;
}

/**
 * What acts on objects. No scheduler and no kubelet are here, so pods stay pending; what they need to be deleted, to get
 * a service account or to count against a quota works.
 */
const controllers = [
  "clusterrole-aggregation-controller",
  "cronjob-controller",
  "daemonset-controller",
  "deployment-controller",
  "garbage-collector-controller",
  "job-controller",
  "namespace-controller",
  "persistentvolume-protection-controller",
  "persistentvolumeclaim-protection-controller",
  "replicaset-controller",
  "resourcequota-controller",
  "root-ca-certificate-publisher-controller",
  "serviceaccount-controller",
  "statefulset-controller",
  "validatingadmissionpolicy-status-controller",
  "volumeattributesclass-protection-controller",
];

/** Starting takes 2 to 4 s; on a machine that is busy with everything else many times that. */
const readyWithinMs = 120_000;
const lookMs = 25;

/**
 * Starts a control plane over what `folder` holds, which may be absent.
 *
 * Ports are free ones, tokens are new at each start, and the keys that sign service accounts' tokens stay. The folder
 * must not be in use by another one: etcd refuses that after a while.
 *
 * @param executable What `ensureControlPlane` answers.
 * @throws Error with the last lines of the component's log where one does not start.
 */
export async function startControlPlane(executable: string, folder: string): Promise<ControlPlane> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const starting = new Starting(executable, folder);
  try {
    return await starting.run();
  } catch (error) {
    await starting.stop();
    throw error;
  }
}

class Starting {
  private readonly components: Component[] = [];

  constructor(
    private readonly executable: string,
    private readonly folder: string,
  ) {}

  async run(): Promise<ControlPlane> {
    const [etcdPort, securePort] = await Promise.all([freePort(), freePort()]);
    const etcd = `http://127.0.0.1:${etcdPort}`;
    this.start("etcd", etcdFlags(this.at("etcd"), etcd));
    const key = this.signingKey();
    const token = randomBytes(24).toString("hex");
    this.write("tokens.csv", `${token},admin,admin,"system:masters"\n`);
    const server = this.start("kube-apiserver", this.serverFlags(etcd, securePort, key));

    const url = `https://127.0.0.1:${securePort}`;
    const certificateFile = this.at("certificates/apiserver.crt");
    await this.until(
      server,
      () => fs.existsSync(certificateFile) && fs.existsSync(this.at("certificates/apiserver.key")),
    );
    const access = { url, token, certificate: fs.readFileSync(certificateFile, "utf8") };
    const client = new ApiClient(access);
    await this.until(server, async () => (await client.ask("GET", "/readyz")).status === 200);

    const kubeconfig = this.write("kubeconfig", kubeconfigText(access));
    const manager = this.start("kube-controller-manager", this.managerFlags(kubeconfig, key, certificateFile));
    const account = "/api/v1/namespaces/default/serviceaccounts/default";
    await this.until(manager, async () => (await client.ask("GET", account)).status === 200);
    client.close();
    const pids = this.components.flatMap(({ pid }) => pid ?? []);
    return { access, kubeconfig, pids, stop: () => this.stop() };
  }

  /** The last started first: an API server whose etcd is gone waits for it for minutes. */
  async stop(): Promise<void> {
    for (const component of this.components.reverse()) await component.stop();
  }

  private at(name: string): string {
    return path.join(this.folder, name);
  }

  private start(name: string, flags: readonly string[]): Component {
    const component = new Component(this.executable, name, flags, this.folder);
    this.components.push(component);
    return component;
  }

  private write(name: string, content: string): string {
    fs.rmSync(this.at(name), { force: true });
    fs.writeFileSync(this.at(name), content, { mode: 0o600 });
    return this.at(name);
  }

  /** Kept, so that tokens of service accounts stay valid over a restart. */
  private signingKey(): string {
    const file = this.at("service-accounts.key");
    if (fs.existsSync(file)) return file;
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    return this.write("service-accounts.key", privateKey.export({ type: "pkcs1", format: "pem" }).toString());
  }

  private serverFlags(etcd: string, port: number, key: string): string[] {
    return [
      `--etcd-servers=${etcd}`,
      "--bind-address=127.0.0.1",
      "--advertise-address=127.0.0.1",
      `--secure-port=${port}`,
      `--cert-dir=${this.at("certificates")}`,
      `--token-auth-file=${this.at("tokens.csv")}`,
      "--authorization-mode=RBAC",
      "--service-cluster-ip-range=10.100.0.0/16",
      "--service-account-issuer=https://kubernetes.default.svc",
      `--service-account-key-file=${key}`,
      `--service-account-signing-key-file=${key}`,
      "--endpoint-reconciler-type=none",
      "--allow-privileged=true",
    ];
  }

  private managerFlags(kubeconfig: string, key: string, certificate: string): string[] {
    return [
      `--kubeconfig=${kubeconfig}`,
      "--leader-elect=false",
      "--secure-port=0",
      `--service-account-private-key-file=${key}`,
      `--root-ca-file=${certificate}`,
      `--controllers=${controllers.join()}`,
    ];
  }

  /** Waits for `ready`, as long as everything that was started runs. */
  private async until(waitedFor: Component, ready: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = performance.now() + readyWithinMs;
    for (;;) {
      const dead = this.components.find(({ running }) => !running);
      if (dead) throw new Error(`the Kubernetes control plane did not start: ${dead.complaint()}`);
      if (await answered(ready)) return;
      if (performance.now() > deadline) {
        throw new Error(`the Kubernetes control plane did not start: ${waitedFor.complaint()}`);
      }
      await sleep(lookMs);
    }
  }
}

/** Whether it is ready; one that does not listen yet is not. */
async function answered(ready: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await ready();
  } catch (error) {
    if (error instanceof Error && "code" in error && /^ECONN/.test(String(error.code))) return false;
    throw error;
  }
}

function etcdFlags(folder: string, url: string): string[] {
  return [
    `--data-dir=${folder}`,
    // A machine that loses power may lose a sandbox's cluster; a killed process does not.
    "--unsafe-no-fsync",
    "--log-level=warn",
    `--listen-client-urls=${url}`,
    `--advertise-client-urls=${url}`,
    "--listen-peer-urls=http://127.0.0.1:0",
  ];
}

function kubeconfigText({ url, token, certificate }: Access): string {
  const authority = Buffer.from(certificate).toString("base64");
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    "current-context": "sandbox",
    clusters: [{ name: "sandbox", cluster: { server: url, "certificate-authority-data": authority } }],
    users: [{ name: "admin", user: { token } }],
    contexts: [{ name: "sandbox", context: { cluster: "sandbox", user: "admin" } }],
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("no free port"));
        else resolve(address.port);
      });
    });
  });
}
