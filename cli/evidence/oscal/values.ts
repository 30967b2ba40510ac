import { v5 } from "uuid";
import type { ListedFramework } from "../../../policy-packs/controls/lists";

/** Of all identifiers here; drawn once. */
const namespace = "6f1c9f0e-5f0b-4b7e-9d53-0b7f4c1f7a52";

/** The same for the same parts: so the same evidence gives the same file. */
export const uuidOf = (...parts: string[]): string => v5(JSON.stringify(parts), namespace);

/** Whose names of properties these are: a name only, of a domain that nobody can have (RFC 2606); OSCAL takes no URN. */
const ns = "https://platform-foundation.example/ns/oscal";

export interface Property {
  name: string;
  ns: string;
  value: string;
}

/** Properties with the names and values of `values`. */
export const propsOf = (values: Record<string, string | number | boolean>): Property[] =>
  Object.entries(values).map(([name, value]) => ({ name, ns, value: line(String(value)) }));

/** `text` on one line that begins and ends with something to read, as OSCAL asks of titles and values. */
export const line = (text: string): string => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim() || "-";

/** AC-2(3) is ac-2.3 in NIST's own catalog. */
const nistId = (id: string): string => id.toLowerCase().replace(/\((\d+)\)/g, ".$1");

/** OSCAL's identifier of a control: NIST's own, and for frameworks without a catalog one made from both names. */
export const controlIdOf = (framework: string, id: string): string =>
  framework === nist ? nistId(id) : `${framework}_${id}`;

const nist: ListedFramework = "nist-800-53-r5";

/** What a finding is about: NIST's statement of the control, or the control as it is. */
export const targetOf = (framework: string, id: string): { type: string; "target-id": string } =>
  framework === nist
    ? { type: "statement-id", "target-id": `${nistId(id)}_smt` }
    : { type: "objective-id", "target-id": controlIdOf(framework, id) };
