import type { Rule } from "../../../core/rule";
import { messagingPolicyNotPublic } from "./messaging-policy-not-public";
import { snsTopicEncrypted } from "./sns-topic-encrypted";

export const snsRules: readonly Rule[] = [messagingPolicyNotPublic, snsTopicEncrypted];
