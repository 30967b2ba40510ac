import type { Engine } from "../../tools/engine";

/**
 * Where engines work: the project folder, and the environment of the processes.
 *
 * The sandbox and a real account differ in this record and in nothing else.
 */
export interface Workplace {
  sandbox: boolean;
  /** Folder with the Pulumi.yaml that the engine reads. */
  workDir: string;
  /** The whole environment of every engine process. */
  env: Record<string, string>;
  engine: Engine;
  /** Releases what was started for it, e.g. the sandbox's process. */
  close(): Promise<void>;
}
