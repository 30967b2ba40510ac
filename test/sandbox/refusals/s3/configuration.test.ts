import { bucketLifecycleType, bucketLoggingType, bucketType } from "../../../../sandbox/models/s3/types";
import type { Properties } from "../../../../sandbox/values";
import { account, make } from "../../../support/models";
import { shows, showsAllOf } from "../../../support/refusals";
import { elsewhere, makeBucket, put, showsBucketOf } from "./support";

showsBucketOf(bucketLifecycleType, { rules: [{ id: "old", status: "Enabled", expiration: { days: 365 } }] });

const lifecycle = (...rules: Properties[]) => put(bucketLifecycleType, { rules });
const rule = (more: Properties = {}) => ({ id: "old", status: "Enabled", expiration: { days: 365 }, ...more });
const rules = (count: number) => Array.from({ length: count }, (_, at) => rule({ id: `rule-${at}` }));
const validRules = (...given: Properties[]) => ({
  valid: () => {
    makeBucket();
    return lifecycle(...given);
  },
});
shows("MalformedXML", "more than 1,000 lifecycle rules", {
  ...validRules(...rules(1000)),
  refused: () => lifecycle(...rules(1001)),
});
shows("InvalidArgument", "two lifecycle rules of one name", {
  ...validRules(rule(), rule({ id: "other" })),
  refused: () => lifecycle(rule(), rule()),
  says: /Rule ID must be unique/,
});
shows("InvalidRequest", "a lifecycle rule that does nothing", {
  ...validRules(rule()),
  refused: () => lifecycle({ id: "old", status: "Enabled" }),
});
shows("InvalidArgument", "an expiration in the past", {
  ...validRules(rule({ expiration: { expiredObjectDeleteMarker: true } })),
  refused: () => lifecycle(rule({ expiration: { days: -1 } })),
  says: /positive integer/,
});
const toClass = (storageClass: string, days: number) => rule({ transitions: [{ storageClass, days }] });
shows("InvalidArgument", "a transition to infrequent access within a month", {
  ...validRules(toClass("STANDARD_IA", 30), { ...toClass("GLACIER", 1), id: "other" }),
  refused: () => lifecycle(toClass("STANDARD_IA", 29)),
  says: /greater than or equal to 30/,
});
shows("InvalidArgument", "an expiration before the transition", {
  ...validRules(toClass("GLACIER", 364)),
  refused: () => lifecycle(toClass("GLACIER", 365)),
  says: /greater than 'Days' in the Transition action/,
});

const logTo = (targetBucket: string) => put(bucketLoggingType, { targetBucket, targetPrefix: "log/" });
const validLogs = {
  valid: () => {
    makeBucket();
    make(bucketType, { bucket: "access-logs" });
    return logTo("access-logs");
  },
};
shows("InvalidTargetBucketForLogging", "logs to a bucket that is not there", {
  ...validLogs,
  refused: () => logTo("no-such-bucket"),
  says: /does not exist/,
});
shows("InvalidTargetBucketForLogging", "logs to a bucket of another account", {
  ...validLogs,
  refused: () => {
    elsewhere("their-logs");
    return logTo("their-logs");
  },
  says: /must be the same/,
});
shows("CrossLocationLoggingProhibited", "logs to a bucket of another region", {
  ...validLogs,
  refused: () => {
    elsewhere("far-logs", account, "us-west-2");
    return logTo("far-logs");
  },
});

showsAllOf(bucketLifecycleType, bucketLoggingType);
