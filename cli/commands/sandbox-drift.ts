import { CloudError } from "../../sandbox/cloud/errors";
import { type CloudResource, globalRegion } from "../../sandbox/cloud/resource";
import { Scope } from "../../sandbox/cloud/scope";
import type { StoredCloud } from "../../sandbox/cloud/store";
import { changeOutside, createOutside, deleteOutside, Mistakes, type Setting } from "../../sandbox/console/change";
import { nearest, typeNames } from "../../sandbox/console/find";
import { changesBetween } from "../../sandbox/console/shown";
import { modelOf, models } from "../../sandbox/models";
import { shapeOf } from "../../sandbox/shapes/store";
import { sandboxDir } from "../engine/sandbox-workplace";
import { CommandFailure, WrongUse } from "../errors";
import { withCloud } from "../sandbox/cloud";
import { findOne } from "../sandbox/lookup";
import { readOwners } from "../sandbox/owners";

export interface SandboxDriftOptions {
  unset: string[];
  delete?: boolean;
  create?: string;
  account?: string;
  region?: string;
}

const usage = [
  "foundation sandbox drift ID|TYPE/NAME property.path=value … [--unset PATH]",
  "foundation sandbox drift ID|TYPE/NAME --delete",
  "foundation sandbox drift --create TYPE property=value …",
].join("\n  ");

/** Changes, deletes or makes a thing in the simulated cloud behind Pulumi's back, as somebody in the console does. */
export async function sandboxDrift(words: string[], options: SandboxDriftOptions): Promise<void> {
  const [what, settings] = options.create === undefined ? [words[0], words.slice(1)] : [undefined, words];
  const wanted = [...settings.map(settingOf), ...options.unset.map((path): Setting => ({ path }))];
  if (options.delete ? wanted.length > 0 || what === undefined : wanted.length === 0) {
    throw new WrongUse(`say what to change:\n  ${usage}`);
  }
  try {
    const lines = await withCloud((stored) => {
      if (options.create !== undefined) return made(stored, options.create, wanted, options);
      return changed(stored, what ?? "", wanted, options);
    });
    process.stdout.write(`${lines.join("\n")}\n`);
  } catch (error) {
    if (error instanceof Mistakes) throw new WrongUse(error.mistakes.join("\n"));
    if (error instanceof CloudError) throw new CommandFailure(`AWS refuses this: ${error.code}: ${error.message}`);
    throw error;
  }
}

/** `path=value`; what stands before the first = outside brackets is the path, and nothing behind it takes it away. */
function settingOf(text: string): Setting {
  const [, path, value] = /^((?:\["(?:[^"\\]|\\.)*"\]|[^=])+)=(.*)$/s.exec(text) ?? [];
  if (path === undefined) throw new WrongUse(`"${text}" is no property.path=value\n  ${usage}`);
  return value ? { path, value } : { path };
}

function changed({ cloud }: StoredCloud, what: string, settings: Setting[], options: SandboxDriftOptions): string[] {
  const { account, region } = options;
  const ownerOf = readOwners(sandboxDir());
  const place = { ...(account && { account }), ...(region && { region }) };
  const resource = findOne(cloud.state().resources, { what, ...place }, ownerOf);
  const scope = new Scope(cloud, resource.account, resource.region);
  const owner = ownerOf(resource);
  const where = owner === undefined ? "no stack's" : owner.stack;
  const hint = owner && `foundation drift ${owner.stack} --sandbox reports it`;
  if (options.delete) {
    cloud.request(() => deleteOutside(scope, resource));
    const left = scope.find(resource.type, resource.id);
    return [
      `${left === undefined ? "deleted" : left.status} ${resource.type} ${resource.id} (${where})`,
      ...(hint ? [hint] : []),
    ];
  }
  const after = cloud.request(() => changeOutside(scope, resource, settings));
  const changes = changesBetween(resource, after).map((line) => `  ${line}`);
  if (changes.length === 0) return [`${resource.type} ${resource.id} is like that already`];
  return [`changed ${resource.type} ${resource.id} (${where})`, ...changes, ...(hint ? [hint] : [])];
}

function made({ cloud }: StoredCloud, word: string, settings: Setting[], options: SandboxDriftOptions): string[] {
  const type = typeCalled(word);
  const place = placeOf(cloud.state().resources, type, options);
  const scope = new Scope(cloud, place.account, place.region);
  const resource = cloud.request(() => createOutside(scope, type, settings));
  return [`made ${type} ${resource.id} (no stack's)`];
}

/** A type by its token or the last part of it. @throws WrongUse naming the nearest. */
function typeCalled(word: string): string {
  const types = models.map(({ type }) => type);
  const [first, ...more] = types.filter((type) =>
    typeNames(type).some((name) => name.toLowerCase() === word.toLowerCase()),
  );
  if (first !== undefined && more.length === 0) return first;
  if (first !== undefined) throw new WrongUse(`"${word}" is several types: ${[first, ...more].join(", ")}`);
  if (shapeOf(word) !== undefined) return word;
  const near = nearest(word, types.flatMap(typeNames));
  throw new WrongUse(`there is no type "${word}"${near.length > 0 ? `; did you mean ${near.join(", ")}?` : ""}`);
}

/** The account and region to make something in: those given, else the only ones in use. */
function placeOf(
  resources: CloudResource[],
  type: string,
  { account, region }: SandboxDriftOptions,
): { account: string; region: string } {
  const real = resources.filter((each) => /^\d{12}$/.test(each.account));
  const accounts = new Set(account === undefined ? real.map((each) => each.account) : [account]);
  const regional = real.filter((each) => accounts.has(each.account) && each.region !== globalRegion);
  const regions = new Set(region === undefined ? regional.map((each) => each.region) : [region]);
  const [onlyAccount] = accounts;
  const [onlyRegion] = regions;
  if (accounts.size !== 1 || onlyAccount === undefined) {
    throw new WrongUse(`say in which account: --account ${[...accounts].sort().join(" | ") || "111122223333"}`);
  }
  if (regions.size === 1 && onlyRegion !== undefined) return { account: onlyAccount, region: onlyRegion };
  if (modelOf(type).global && regions.size > 0 && onlyRegion !== undefined)
    return { account: onlyAccount, region: onlyRegion };
  throw new WrongUse(`say in which region: --region ${[...regions].sort().join(" | ") || "eu-west-1"}`);
}
