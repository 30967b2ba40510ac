import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
});

/** An object of Kubernetes as a manifest has it. */
export type Manifest = z.infer<typeof objectSchema>;

const badSchema = z.array(
  z.object({
    kind: z.string(),
    what: z.string(),
    /** Whether the good object is there already and is changed so. */
    change: z.boolean().default(false),
    /** Values by dotted path; null takes the value away. */
    set: z.record(z.string(), z.unknown()),
    says: z.string().transform((pattern) => new RegExp(pattern)),
  }),
);

export interface Bad {
  name: string;
  change: boolean;
  manifest: Manifest;
  says: RegExp;
}

const read = (file: string) => readFileSync(path.join(__dirname, file), "utf8");

function manifests(yaml: string): Manifest[] {
  const documents = parseAllDocuments(yaml);
  if ("empty" in documents) return [];
  return documents.map((document) => objectSchema.parse(document.toJS()));
}

export const goodBuiltIn = manifests(read("good-built-in.yaml"));
export const goodCustom = manifests(read("good-custom.yaml"));

/** Folder of the custom resource definitions that the tests are given; they are not part of the project. */
export const definitionsFolder = path.resolve(process.env.CRDS ?? path.join(__dirname, "../../../../shared/crds"));

export const definitions: Manifest[] = existsSync(definitionsFolder)
  ? readdirSync(definitionsFolder)
      .filter((file) => file.endsWith(".yaml"))
      .flatMap((file) => manifests(readFileSync(path.join(definitionsFolder, file), "utf8")))
  : [];

/** Every bad object, made of a good one of its kind. */
export const bad: Bad[] = badSchema.parse(parse(read("bad.yaml"))).map(({ kind, what, change, set, says }, index) => {
  const good = [...goodBuiltIn, ...goodCustom].find((manifest) => manifest.kind === kind);
  if (good === undefined) throw new Error(`there is no good ${kind}`);
  const manifest = structuredClone(good);
  if (!change) manifest.metadata.name = `bad-${index}-${manifest.metadata.name}`;
  for (const [at, value] of Object.entries(set)) setAt(manifest, at, value === "{long}" ? "x".repeat(300) : value);
  return { name: `${kind}: ${what}`, change, manifest, says };
});

function setAt(holder: Record<string, unknown>, at: string, value: unknown): void {
  const keys = at.split(".");
  // Label keys have dots of their own, and come last.
  const [key = "", ...rest] = keys;
  if (rest.length === 0) {
    if (value === null) delete holder[key];
    else holder[key] = value;
    return;
  }
  const inner = holder[key] ?? {};
  holder[key] = inner;
  if (typeof inner !== "object" || inner === null) throw new Error(`${key} of ${at} is no object`);
  // A list is a record of its positions.
  setAt(inner as Record<string, unknown>, rest.join("."), value);
}
