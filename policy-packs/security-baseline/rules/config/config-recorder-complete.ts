import { z } from "zod";
import type { Props } from "../../../core/resource-types";
import { type Report, stackRule } from "../../../core/rule";
import { judgeAll, refersTo, someKnown } from "../../../core/unknown";

const recorder = "aws:cfg/recorder:Recorder";
const status = "aws:cfg/recorderStatus:RecorderStatus";

/** AWS Config sees every change. */
export const configRecorderComplete = stackRule({
  name: "config-recorder-complete",
  title: "A recorder of AWS Config records all types of resources, global ones included, and is on.",
  severity: "medium",
  types: [recorder, status],
  parameters: z.object({
    globalTypes: z
      .boolean()
      .default(true)
      .describe("Whether global types, such as those of IAM, are recorded; false where another region does"),
    exclusions: z
      .array(z.string())
      .default([])
      .describe("Types that need not be recorded, in CloudFormation's words, e.g. AWS::EC2::NetworkInterface"),
  }),
  controls: {
    "cis-aws-3.0": ["3.3"],
    "cis-aws-5.0": ["3.3"],
    "cis-aws-7.0": ["4.3"],
    soc2: ["CC2.1", "CC3.1", "CC3.4", "CC8.1", "PI1.3"],
    "iso27001-2022": ["A.5.16", "A.5.22"],
  },
  remediationSteps:
    "Set recordingGroup to { allSupported: true, includeGlobalResourceTypes: true }, and add an aws.cfg.RecorderStatus with the recorder's name and isEnabled true.",
  docs: {
    why: "What is not recorded cannot be judged by rules of Config, nor be looked up after an incident.",
    good: [
      {
        type: recorder,
        name: "recorder",
        props: { recordingGroup: { allSupported: true, includeGlobalResourceTypes: true } },
      },
      { type: status, name: "status", props: { isEnabled: true }, dependsOn: { name: ["recorder"] } },
    ],
  },
  check(resource, report, stack, parameters) {
    if (resource.type === status) {
      if (resource.props.isEnabled !== true) report("the recorder is off: set isEnabled to true");
      return;
    }
    judgeAll(
      () => checkGroup(resource.props.recordingGroup, report, parameters),
      () => {
        const isOn = someKnown(
          stack.ofType(status),
          (one) => refersTo(one, "name", resource) && one.props.isEnabled === true,
        );
        if (!isOn) report("nothing starts the recorder: add an aws.cfg.RecorderStatus with isEnabled true");
      },
    );
  },
});

type Group = Props<typeof recorder>["recordingGroup"];
interface Asked {
  readonly globalTypes: boolean;
  readonly exclusions: readonly string[];
}

/** All types but the global ones are recorded where nothing is said (docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html). */
function checkGroup(group: Group, report: Report, { globalTypes, exclusions }: Asked): void {
  if (someKnown(group?.recordingStrategies, ({ useOnly }) => useOnly === "EXCLUSION_BY_RESOURCE_TYPES")) {
    const isUnasked = (type: string) => !exclusions.includes(type);
    const excluded = someKnown(group?.exclusionByResourceTypes, ({ resourceTypes }) =>
      someKnown(resourceTypes, isUnasked),
    );
    if (excluded) report("types are left out: take those that are not allowed from exclusionByResourceTypes");
    return;
  }
  if (group?.allSupported === false) report("not all types are recorded: set recordingGroup.allSupported to true");
  if (globalTypes && group?.includeGlobalResourceTypes !== true) {
    report("global types are not recorded: set recordingGroup.includeGlobalResourceTypes to true");
  }
}
