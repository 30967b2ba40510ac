import type { Coverage, TypeCoverage } from "./table";

/** The table as a page of Markdown: one line a type and no sums, so that models can be added side by side. */
export function coveragePage({ table }: Coverage): string {
  const lines = [
    "# What the sandbox models",
    "",
    "Written by `npm run generate` from the models and from what layers and components register. `npm run sandbox:coverage`",
    "prints it with sums and fails while a registered type has no model of its own.",
    "",
    "- **used**: a layer or component registers the type; the others are modelled ahead of the layers that will.",
    "- **properties**: those that the model says something about (defaults, computed, immutable, references, what refusals",
    "  read), of those that the SDK declares. All others are held against the declaration, stored and given back.",
    "- **immutable**: what replaces the resource, besides `region`.",
    "- **refusals**: rules and quotas, references to what is not there, and tags. Inputs that the SDK does not declare are",
    "  refused for every type.",
    "- **source**: file of terraform-provider-aws.",
    "",
    "| type | used | properties | immutable | refusals | source |",
    "| --- | --- | --- | --- | --- | --- |",
    ...table.map(line),
  ];
  return `${lines.join("\n")}\n`;
}

function line({ type, registered, model, declared, modelled, immutable, refusals, schema }: TypeCoverage): string {
  const properties = model === "generic" ? "generic" : `${modelled.length} of ${declared ?? "all"}`;
  const names = immutable.map((name) => `\`${name}\``).join(" ");
  return `| \`${type}\` | ${registered ? "yes" : ""} | ${properties} | ${names} | ${refusals} | ${schema ?? ""} |`;
}
