import type { Properties } from "../../../../sandbox/values";
import { make } from "../../../support/models";
import { shows } from "../../../support/refusals";
import { showsInputs } from "./support";

const keyPairType = "aws:ec2/keyPair:KeyPair";
const placementGroupType = "aws:ec2/placementGroup:PlacementGroup";
const publicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ example";

shows("InvalidKeyPair.Duplicate", "a key pair's name that is taken", {
  valid: () => {
    make(keyPairType, { keyName: "nodes", publicKey });
    make(keyPairType, { keyName: "others", publicKey });
  },
  refused: () => make(keyPairType, { keyName: "nodes", publicKey }),
});
shows("InvalidPlacementGroup.Duplicate", "a placement group's name that is taken", {
  valid: () => {
    make(placementGroupType, { name: "nodes", strategy: "cluster" });
    make(placementGroupType, { name: "others", strategy: "cluster" });
  },
  refused: () => make(placementGroupType, { name: "nodes", strategy: "spread" }),
});
const wrong: Properties[] = [{ strategy: "scatter" }, { strategy: "spread", spreadLevel: "room" }];
for (const but of wrong) {
  showsInputs("InvalidParameterValue", `a placement group with ${JSON.stringify(but)}`, placementGroupType, {
    fine: () => ({ name: "nodes", strategy: "spread", spreadLevel: "rack" }),
    but: () => but,
  });
}
