import type { RiskRow } from "../table";

const stateful = "Types that hold data: see the list below.";
const deletion = "https://www.pulumi.com/docs/iac/concepts/options/";

/** Risks for data, the worst first. */
export const dataRows = {
  "stateful-deleted": {
    level: "critical",
    title: "Something that holds data is deleted.",
    why: "What is deleted with it cannot be brought back by a further change.",
    source: "the pages of the list of types below",
    judges: stateful,
  },
  "stateful-replaced": {
    level: "critical",
    title: "Something that holds data is replaced.",
    why: "The new one is empty, and the old one is deleted with what it holds.",
    source: "the pages of the list of types below",
    judges: stateful,
  },
  "transient-deleted": {
    level: "high",
    title: "Something that holds data for a while, or copies of data, is deleted.",
    why: "Messages, logs, caches and images are lost, which somebody may still wait for or need.",
    source: "the pages of the list of types below",
    judges: stateful,
  },
  "transient-replaced": {
    level: "high",
    title: "Something that holds data for a while, or copies of data, is replaced.",
    why: "The new one is empty: messages, logs, caches and images of the old one are lost.",
    source: "the pages of the list of types below",
    judges: stateful,
  },
  "stateful-left": {
    level: "medium",
    title: "Something that holds data leaves the state and stays in the cloud.",
    why: "Nobody manages or pays attention to it any more; where it is replaced, the new one is empty.",
    source: `${deletion}retainondelete/`,
    judges: `${stateful} With the option retainOnDelete.`,
  },
} as const satisfies Readonly<Record<string, RiskRow>>;
