import type { Review } from "../../review/model/schema";
import type { ReviewSettings } from "../../review/settings";
import { upstreamOf } from "../../stacks/layers";
import { withRecordings } from "../engine/recordings";
import { withStacksToPreview } from "../engine/unmade-stack";
import type { Progress } from "../report/progress";
import type { Outcome } from "../report/result";
import { gatherReview } from "../review/gather";
import { ReviewWatch } from "../review/watch";
import type { Selection } from "../selection";
import { type CommonOptions, withSession } from "../session";
import { previewStacks } from "./preview";

/**
 * Previews every stack of the selection, and gathers what a review of it is made from.
 *
 * @param pending What would change without this change, too. Default: nothing.
 */
export function reviewedPreview(
  options: CommonOptions & { base?: string },
  selection: Selection,
  progress: Progress,
  clock: Date,
  pending?: Review,
): Promise<Outcome> {
  return withRecordings((recordings) =>
    withSession({ ...options, recordings }, selection, progress, () => (session) => {
      const watch = new ReviewWatch();
      return withStacksToPreview(session, selection.stacks, async (stacks) => {
        const results = await previewStacks(session, stacks, progress, watch);
        const sources = {
          ...{ session, stacks, watch, recordings, clock, pending },
          base: options.base ?? "",
          settings: (environment: string) => settingsOf(selection, environment),
          upstream: upstreamOf,
        };
        return { stacks: results, gathering: await gatherReview(sources, results) };
      });
    }),
  );
}

function settingsOf({ environments }: Selection, environment: string): ReviewSettings {
  const found = environments.get(environment);
  if (found === undefined) throw new Error(`${environment} is not in the selection`);
  return found.review;
}
