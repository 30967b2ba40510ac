import { nearest } from "../../../components/core/schema-issues";
import type { FileIssue } from "../../../components/core/yaml";
import { patternsOf } from "./environments";
import type { StandardFile } from "./schema";

/** What is wrong between the settings of a file that is of its form. */
export function mistakesIn(file: StandardFile): FileIssue[] {
  return [...introductions(file), ...patterns(file)];
}

function introductions({ environments = {}, introductions: all = [] }: StandardFile): FileIssue[] {
  const names = Object.keys(environments);
  return all.flatMap(({ packs = [], rules = [], environments: limited }, index) => {
    const path = `introductions.${index}`;
    const unknown = (limited ?? []).flatMap((name, at) => {
      if (names.includes(name)) return [];
      const meant = nearest(name, names);
      const help = meant ? `did you mean ${meant}?` : `there are ${names.join(", ") || "none"}`;
      return { path: `${path}.environments.${at}`, reason: `${JSON.stringify(name)} is no environment above; ${help}` };
    });
    const nothing = packs.length + rules.length === 0;
    const reason = "introduces nothing: name packs or rules, e.g. packs: [kubernetes-baseline]";
    return [...unknown, ...(nothing ? [{ path, reason }] : [])];
  });
}

/** A stack would be in two environments. */
function patterns({ environments = {} }: StandardFile): FileIssue[] {
  const owners = new Map<string, string>();
  return Object.entries(environments).flatMap(([name, environment]) =>
    patternsOf(name, environment).flatMap((pattern) => {
      const owner = owners.get(pattern);
      owners.set(pattern, owner ?? name);
      if (owner === undefined) return [];
      return { path: `environments.${name}`, reason: `the stacks ${pattern} are those of ${owner} already` };
    }),
  );
}
