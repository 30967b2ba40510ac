import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { checkedInputs } from "../operations/check";
import { type Diff, diffInputs } from "../operations/diff";
import { plain, secretNames, withSecrets } from "../values";
import { type Instances, identityOf } from "./instances";
import { type ProviderHandlers, propertiesOf, structOf, unary } from "./wire";

/** What the engine asks to learn whether a resource changed. */
export function comparing(instances: Instances): ProviderHandlers {
  return {
    check: unary((request, peer) => {
      const { type, name } = identityOf(request);
      const sent = propertiesOf(request.getNews());
      const olds = request.hasOlds() ? plain(propertiesOf(request.getOlds())) : undefined;
      const inputs = checkedInputs(instances.pkg.modelOf(type), {
        name,
        olds,
        news: plain(sent),
        randomSeed: request.getRandomseed_asU8(),
        defaultTags: instances.configOf(peer).defaultTags,
      });
      return new messages.CheckResponse().setInputs(structOf(withSecrets(inputs, secretNames(sent))));
    }),
    diff: unary((request) => {
      const olds = plain(propertiesOf(request.hasOldInputs() ? request.getOldInputs() : request.getOlds()));
      const { type } = identityOf(request);
      const diff = diffInputs(instances.pkg.modelOf(type), olds, plain(propertiesOf(request.getNews())));
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
