import { configRecorderComplete } from "../../../../policy-packs/security-baseline/rules/config/config-recorder-complete";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const excluding = (...resourceTypes: string[]) => ({
  recordingGroup: {
    allSupported: false,
    exclusionByResourceTypes: [{ resourceTypes }],
    recordingStrategies: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }],
  },
});

testRule(configRecorderComplete, {
  bad: {
    "a recorder left at its defaults": { of: "recorder", props: {} },
    "a recorder without global types": { of: "recorder", set: { "recordingGroup.includeGlobalResourceTypes": false } },
    "a recorder of some types": {
      of: "recorder",
      props: { recordingGroup: { allSupported: false, resourceTypes: ["AWS::EC2::Instance"] } },
    },
    "types that are left out": { of: "recorder", props: excluding("AWS::IAM::Role") },
    "a recorder that nothing starts": { without: ["status"] },
    "a recorder that is off": { of: "status", set: { isEnabled: false } },
    "a recorder of which nothing is said": { of: "status", props: {} },
    "a second recorder": {
      add: [
        {
          type: "aws:cfg/recorder:Recorder",
          name: "second",
          props: { recordingGroup: { allSupported: true, includeGlobalResourceTypes: true } },
        },
      ],
    },
  },
  good: {
    "a recorder where another region has the global types": {
      of: "recorder",
      props: { recordingGroup: { allSupported: true } },
      configuration: { globalTypes: false },
    },
    "types that may be left out": {
      of: "recorder",
      props: excluding("AWS::EC2::NetworkInterface"),
      configuration: { exclusions: ["AWS::EC2::NetworkInterface"] },
    },
    "a name that is not known yet": { of: "status", set: { name: unknown } },
  },
  unknown: ["recordingGroup", "recordingGroup.includeGlobalResourceTypes"],
});
