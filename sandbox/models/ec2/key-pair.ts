import { text } from "../../values";
import { ec2Id } from "../ids";
import type { Model } from "../model";
import { action } from "./parameters";

const type = "aws:ec2/keyPair:KeyPair";

/** A public key for the nodes' SSH. Its fingerprint is not worked out. */
export const keyPair: Model = {
  type,
  schema: "internal/service/ec2/ec2_key_pair.go",
  tagged: true,
  autoName: { property: "keyName" },
  immutable: ["keyName", "keyNamePrefix", "publicKey"],
  refusals: [
    {
      code: "InvalidKeyPair.Duplicate",
      source: action("ImportKeyPair"),
      on: ["create"],
      when: ({ scope, inputs }) =>
        scope.find(type, text(inputs, "keyName") ?? "") && `The keypair '${inputs.keyName}' already exists.`,
    },
  ],
  id: ({ inputs }) => text(inputs, "keyName") ?? "",
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `key-pair/${id}`),
    keyPairId: ec2Id("key"),
    keyType: ({ inputs }) => (text(inputs, "publicKey")?.startsWith("ssh-ed25519 ") ? "ed25519" : "rsa"),
  },
};
