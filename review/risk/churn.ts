import { parseJson } from "../../policy-packs/core/json";
import { valueAt } from "../collect/paths";
import { type Churn, churnKinds, type Risk } from "../model/schema";
import type { PropertyChange, Step } from "../model/step";
import { isHidden, isSecret, isUnknown, type Shown } from "../model/values";
import { documents } from "./access/documents";

/**
 * Why a change means nothing to a reviewer, where it does not: every property of it only has another hash, is only known later,
 * stands in another order, goes from secret to secret, or comes from the provider alone. What is replaced or deleted, or puts
 * anything at risk, always means something; so does what is told without its properties.
 */
export function churnOf(step: Step, risks: readonly Risk[]): Churn | undefined {
  if (step.op !== "update" || risks.length > 0 || step.diff.length === 0) return undefined;
  const kinds = step.diff.map((change) => kindOf(change, step));
  return kinds.every((kind) => kind !== undefined) ? churnKinds.find((kind) => kinds.includes(kind)) : undefined;
}

/** Settings of the engine and tags that a provider adds to all: they are not asked for, and mean something. */
const asked = /^(protect|retainOnDelete|tagsAll)\b/;

function kindOf(change: PropertyChange, step: Step): Churn | undefined {
  const { path, before, after, replaces } = change;
  if (replaces || asked.test(path)) return undefined;
  if (isSecret(before) && isSecret(after)) return "secret";
  if (isHash(path, before, after)) return "hash";
  if (isReordered(change, step)) return "reordered";
  if (isComputed(path, step)) return "computed";
  return before !== undefined && isUnknown(after) ? "unknown-only" : undefined;
}

const hashNames = /(hash|digest|checksum|etag|sha\d*|md5)/i;
const hash = /^(sha\d+[:-])?([0-9a-f]{32,128}|[A-Za-z0-9+/]{43}=)$/i;

/** Whether a value only has another hash: of a file, of an image by its digest, or one that is named so. */
function isHash(path: string, before: Shown | undefined, after: Shown | undefined): boolean {
  if (isHidden(before) && isHidden(after)) return before.$ === "file" && after.$ === "file";
  if (typeof before !== "string" || typeof after !== "string") return false;
  const [was, is] = [imageOf(before), imageOf(after)];
  if (was !== undefined && is !== undefined) return was === is;
  return hashNames.test(path) && hash.test(before) && hash.test(after);
}

/** What an image with a digest is called without it. */
const imageOf = (text: string): string | undefined => /^(.+)@sha256:[0-9a-f]{64}$/.exec(text)?.[1];

/**
 * Lists whose order says nothing, by the end of their names. Others keep theirs: commands, arguments, environments, rules by
 * number and name servers mean another thing in another order.
 */
const sets =
  /(ids?|arns?|cidrs?|cidrBlocks|cidrblocks|subnets|securityGroups|zones|ports|principals|ingress|egress|aliases|finalizers|subjects|verbs|apiGroups|logTypes|accounts|subjectAlternativeNames)$/i;

function isReordered({ path, before, after }: PropertyChange, { type, old, new: next }: Step): boolean {
  if (documents[type]?.some((document) => document.path === path)) {
    const [was, is] = [before, after].map((text) => (typeof text === "string" ? parseJson(text) : undefined));
    return was !== undefined && canonical(was) === canonical(is);
  }
  const list = /^(.*?)(\[\d+\].*)?$/s.exec(path)?.[1] ?? path;
  if (!sets.test(list)) return false;
  const [was, is] = [valueAt(old?.inputs, list), valueAt(next?.inputs, list)];
  return Array.isArray(was) && Array.isArray(is) && !holdsHidden(was) && canonical(was) === canonical(is);
}

/** Whether anything in a value is hidden: two that are need not be the same. */
const holdsHidden = (value: Shown): boolean =>
  isHidden(value) ||
  (typeof value === "object" && value !== null && Object.values(value).some((item) => holdsHidden(item as Shown)));

/** A text that is the same for the same values, whatever the order of lists and keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${entries.sort().join(",")}}`;
}

/** Whether the program neither asked for a property nor does now. */
function isComputed(path: string, { old, new: next }: Step): boolean {
  const root = /^[^.[]+/.exec(path)?.[0] ?? path;
  return old?.inputs[root] === undefined && next?.inputs[root] === undefined;
}
