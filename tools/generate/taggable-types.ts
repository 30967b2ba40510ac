import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sdkFolder, services } from "../../sandbox/shapes/read";

/**
 * The resource types of the installed @pulumi/aws that take tags as a map, in alphabetical order. All have the output
 * tagsAll, by which the provider says that its default tags count too.
 */
export function taggableTypes(): string[] {
  return services()
    .flatMap((service) => declarationsOf(path.join(sdkFolder, service)))
    .sort();
}

function declarationsOf(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".d.ts"));
  return files.flatMap((name) => {
    const file = path.join(folder, name);
    const declaration = readFileSync(file, "utf8");
    if (!declaration.includes("readonly tagsAll:") || !/^ {4}tags\?: pulumi\.Input<\{/m.test(declaration)) return [];
    const compiled = readFileSync(file.replace(/\.d\.ts$/, ".js"), "utf8");
    return /static __pulumiType = '([^']+)'/.exec(compiled)?.slice(1) ?? [];
  });
}
