import type { StackResource, Typed } from "../../../core/rule";
import { stackRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

const trailType = "aws:cloudtrail/trail:Trail";

/** Events are recorded once. */
export const costOneManagementTrail = stackRule({
  name: "cost-one-management-trail",
  title: "No two trails of a stack record management events.",
  severity: "low",
  types: [trailType],
  controls: {},
  remediationSteps: "Take management events out of one trail's event selectors, or the trail out.",
  docs: {
    why: "The first copy of management events is free, each further one is charged by the event, and stored once more.",
    good: [{ type: trailType, name: "organization", props: { isMultiRegionTrail: true } }],
  },
  check(trail, report, stack) {
    if (!recordsManagement(trail)) return;
    const all = stack.ofType(trailType);
    forEachKnown(
      all.slice(
        0,
        all.findIndex(({ urn }) => urn === trail.urn),
      ),
      (other) => {
        if (recordsManagement(other))
          report("another trail records management events already: take them out of one of the two");
      },
    );
  },
});

/** Every trail does where nothing else is said: docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html */
function recordsManagement({ props }: Typed<StackResource, typeof trailType>): boolean {
  const advanced = props.advancedEventSelectors ?? [];
  if (advanced.length > 0) {
    return advanced.some(({ fieldSelectors = [] }) =>
      fieldSelectors.some(({ field, equals = [] }) => field === "eventCategory" && equals.includes("Management")),
    );
  }
  const selectors = props.eventSelectors ?? [];
  return selectors.length === 0 || selectors.some(({ includeManagementEvents }) => includeManagementEvents !== false);
}
