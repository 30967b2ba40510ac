import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documents } from "../../../review/risk/access/documents";
import { switches } from "../../../review/risk/access/switches";
import { amounts } from "../../../review/risk/availability/amounts";
import { disruptions } from "../../../review/risk/availability/disruptions";

const sdk = "node_modules/@pulumi/aws";

/** Every resource of the SDK, as the beginning of its type. */
const modules = readdirSync(sdk, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(`${sdk}/${name}`)
      .filter((file) => file.endsWith(".d.ts") && !file.startsWith("get") && file !== "index.d.ts")
      .map((file) => ({ type: `aws:${name}/${file.slice(0, -".d.ts".length)}:`, file: `${sdk}/${name}/${file}` })),
  );

/** Whether any resource of the SDK that `types` means has a property. */
const hasProperty = (types: RegExp, path: string): boolean => {
  const [name] = path.split(/[.[]/);
  return modules.some(
    ({ type, file }) => types.test(type) && readFileSync(file, "utf8").includes(`readonly ${name}: `),
  );
};

const properties = [
  ...switches.map(({ types, path }) => [types, path] as const),
  ...amounts.flatMap(({ types, paths }) => paths.map((path) => [types, path] as const)),
  ...disruptions.flatMap(({ types, paths }) => paths.map((path) => [types, path] as const)),
  ...Object.entries(documents).flatMap(([type, all]) =>
    all.map(({ path }) => [new RegExp(`^${type.slice(0, type.lastIndexOf(":") + 1)}`), path] as const),
  ),
];

describe("what is judged is there in the SDK", () => {
  it.each(properties.filter(([types]) => !types.source.startsWith("^kubernetes")))("%s: %s", (types, path) => {
    expect(hasProperty(types, path)).toBe(true);
  });
});
