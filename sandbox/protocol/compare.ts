import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { checkedInputs, type Naming } from "../operations/check";
import { type Diff, diffInputs } from "../operations/diff";
import { type Mistake, reasonOf } from "../shapes/conform";
import { type Properties, plain, secretNames, withSecrets } from "../values";
import { type Instances, identityOf } from "./instances";
import { type ProviderHandlers, propertiesOf, structOf, unary } from "./wire";

/** What the engine asks to learn whether a resource changed. */
export function comparing(instances: Instances): ProviderHandlers {
  return {
    check: unary((request, peer) => {
      const { type, name } = identityOf(request);
      const sent = propertiesOf(request.getNews());
      const olds = request.hasOlds() ? plain(propertiesOf(request.getOlds())) : undefined;
      const { inputs: taken, mistakes } = instances.pkg.conform?.(type, sent) ?? { inputs: sent, mistakes: [] };
      const naming = namingOf(request);
      const inputs = checkedInputs(instances.modelOf(type, peer), {
        name,
        olds,
        news: plain(taken),
        randomSeed: request.getRandomseed_asU8(),
        ...(naming && { naming }),
        defaultTags: instances.configOf(peer).defaultTags,
      });
      const secrets = secretNames(sent);
      // What is secret in the tags is so in all tags.
      if (secrets.includes("tags")) secrets.push("tagsAll");
      return new messages.CheckResponse()
        .setInputs(structOf(withSecrets(inputs, secrets)))
        .setFailuresList(mistakes.map((mistake) => failureOf(mistake, name)));
    }),
    diff: unary((request, peer) => {
      const state = propertiesOf(request.getOlds());
      // Where a resource is, its state knows even if the program did not say it.
      const place: Properties = state.region === undefined ? {} : { region: state.region };
      const olds = plain({ ...place, ...(request.hasOldInputs() ? propertiesOf(request.getOldInputs()) : state) });
      const { type } = identityOf(request);
      const diff = diffInputs(instances.modelOf(type, peer), olds, plain(propertiesOf(request.getNews())));
      return diffMessage(withoutIgnored(diff, request.getIgnorechangesList()));
    }),
  };
}

/** In a refresh the engine leaves it to the provider to pass over what the program ignores. */
function withoutIgnored(diff: Diff, ignored: string[]): Diff {
  const isIgnored = (path: string) =>
    ignored.some((head) => path === head || path.startsWith(`${head}.`) || path.startsWith(`${head}[`));
  return { ...diff, changes: new Map([...diff.changes].filter(([path]) => !isIgnored(path))) };
}

/** Like the real bridge, without the property: the engine would show its value. */
function failureOf(mistake: Mistake, name: string): messages.CheckFailure {
  return new messages.CheckFailure().setReason(reasonOf(mistake, name));
}

function namingOf(request: messages.CheckRequest): Naming | undefined {
  const naming = request.getAutonaming();
  if (naming === undefined) return undefined;
  const { PROPOSE, ENFORCE, DISABLE } = messages.CheckRequest.AutonamingOptions.Mode;
  const modes = { [PROPOSE]: "propose", [ENFORCE]: "enforce", [DISABLE]: "disable" } as const;
  return { mode: modes[naming.getMode()], name: naming.getProposedName() };
}

function diffMessage({ changes, deleteBeforeReplace }: Diff): messages.DiffResponse {
  const response = new messages.DiffResponse();
  const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
  response.setChanges(changes.size === 0 ? DIFF_NONE : DIFF_SOME);
  response.setHasdetaileddiff(true);
  const top = (paths: string[]) => [...new Set(paths.map((path) => path.split(/[.[]/, 1)[0] ?? path))];
  const paths = [...changes.keys()];
  response.setDiffsList(top(paths));
  response.setReplacesList(top(paths.filter((path) => changes.get(path)?.replaces)));
  response.setDeletebeforereplace(deleteBeforeReplace && response.getReplacesList().length > 0);
  const { Kind } = messages.PropertyDiff;
  const kinds = {
    add: [Kind.ADD, Kind.ADD_REPLACE],
    delete: [Kind.DELETE, Kind.DELETE_REPLACE],
    update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
  } as const;
  for (const [path, { kind, replaces }] of changes) {
    const change = new messages.PropertyDiff().setKind(kinds[kind][replaces ? 1 : 0]).setInputdiff(true);
    response.getDetaileddiffMap().set(path, change);
  }
  return response;
}
