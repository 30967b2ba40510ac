import { text } from "../../values";
import { ec2Id } from "../ids";
import type { Model } from "../model";
import { action, oneOf } from "./parameters";

const type = "aws:ec2/placementGroup:PlacementGroup";
const source = action("CreatePlacementGroup");

export const placementGroup: Model = {
  type,
  schema: "internal/service/ec2/ec2_placement_group.go",
  tagged: true,
  autoName: { property: "name" },
  immutable: ["name", "partitionCount", "spreadLevel", "strategy"],
  refusals: [
    oneOf({ strategy: ["cluster", "partition", "spread"], spreadLevel: ["host", "rack"] }, source),
    {
      code: "InvalidPlacementGroup.Duplicate",
      source,
      on: ["create"],
      when: ({ scope, inputs }) =>
        scope.find(type, text(inputs, "name") ?? "") && `The placement group '${inputs.name}' already exists.`,
    },
  ],
  id: ({ inputs }) => text(inputs, "name") ?? "",
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `placement-group/${id}`),
    placementGroupId: ec2Id("pg"),
  },
};
