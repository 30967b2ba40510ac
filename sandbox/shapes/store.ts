import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import awsPackage from "@pulumi/aws/package.json";
import { readService } from "./read";
import { type ObjectShape, type ResourceShape, type ServiceShapes, serviceOf } from "./shape";

/**
 * Folder that keeps what was read, one file a service: in node_modules, so that it goes when the SDK goes.
 *
 * Its name says which SDK was read, and by which reader.
 */
export const shapesFolder = path.join(__dirname, "../../node_modules/.cache/foundation-shapes", keyOf());

function keyOf(): string {
  const readers = ["shape.ts", "read.ts"].map((file) => readFileSync(path.join(__dirname, file), "utf8"));
  return digestOf([awsPackage.version, ...readers].join("\n")).slice(0, 16);
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const loaded = new Map<string, ServiceShapes>();

/** What the SDK declares in a service; empty where it has no such service. */
export function shapesOf(service: string): ServiceShapes {
  const known = loaded.get(service);
  if (known !== undefined) return known;
  const shapes = kept(service) ?? keep(service, readService(service));
  loaded.set(service, shapes);
  return shapes;
}

/** What the SDK declares of a resource type; undefined where it has no such type. */
export function shapeOf(type: string): ResourceShape | undefined {
  const { resources } = shapesOf(serviceOf(type));
  return Object.hasOwn(resources, type) ? resources[type] : undefined;
}

/** A nested object, by service and name; undefined where it is not declared. */
export function objectShape(reference: string): ObjectShape | undefined {
  const [service = "", name = ""] = reference.split("/");
  const { objects } = shapesOf(service);
  return Object.hasOwn(objects, name) ? objects[name] : undefined;
}

const fileOf = (service: string) => path.join(shapesFolder, `${service}.json`);

/** What an earlier process read; undefined where none did, or where the file is not whole. */
function kept(service: string): ServiceShapes | undefined {
  let content: string;
  try {
    content = readFileSync(fileOf(service), "utf8");
  } catch {
    // Not read yet.
    return undefined;
  }
  const end = content.indexOf("\n");
  const text = content.slice(end + 1);
  return content.slice(0, end) === digestOf(text) ? JSON.parse(text) : undefined;
}

/** Written beside and renamed, because processes that start at the same time read the same services. */
function keep(service: string, shapes: ServiceShapes): ServiceShapes {
  // A service that the SDK does not have has no file; its name is a program's, and may be anything.
  if (Object.keys(shapes.resources).length === 0) return shapes;
  mkdirSync(shapesFolder, { recursive: true });
  const text = JSON.stringify(shapes);
  const temporary = `${fileOf(service)}.${process.pid}`;
  writeFileSync(temporary, `${digestOf(text)}\n${text}`);
  renameSync(temporary, fileOf(service));
  return shapes;
}
