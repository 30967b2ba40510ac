import type { Framework } from "../core/frameworks";
import cisAws from "./cis-aws-5.0.json";
import cisKubernetes from "./cis-kubernetes-1.11.json";
import iso27001 from "./iso27001-2022.json";
import nist from "./nist-800-53-r5.json";
import pci from "./pci-4.0.json";
import soc2 from "./soc2.json";

/** Frameworks of which evidence is gathered: the newest release that is widely audited. */
export type ListedFramework = Exclude<Framework, "cis-aws-3.0" | "cis-aws-7.0">;

export interface Control {
  readonly id: string;
  /** Only where its licence lets it be repeated. */
  readonly title?: string;
}

/** All controls of a framework, those that no rule supports among them. */
export interface ControlList {
  /** Where the identifiers come from, and of when. */
  readonly source: string;
  readonly controls: readonly Control[];
}

/** A list as its file has it. */
type File = { source: string } & ({ ids: string[] } | { titles: Record<string, string> });

export const controlLists: Readonly<Record<ListedFramework, ControlList>> = {
  "cis-aws-5.0": listOf(cisAws),
  soc2: listOf(soc2),
  "iso27001-2022": listOf(iso27001),
  "nist-800-53-r5": listOf(nist),
  "pci-4.0": listOf(pci),
  "cis-kubernetes-1.11": listOf(cisKubernetes),
};

function listOf(file: File): ControlList {
  const controls =
    "ids" in file ? file.ids.map((id) => ({ id })) : Object.entries(file.titles).map(([id, title]) => ({ id, title }));
  return { source: file.source, controls };
}
