import type { Judge } from "../judge";
import { budget, lessOf } from "./amounts";
import { disrupted } from "./changes";
import { admission, recreated } from "./kubernetes";
import { providers, serving } from "./serving";

/** Everything that judges whether a change interrupts. */
export const availabilityJudges: readonly Judge[] = [
  serving,
  providers,
  disrupted,
  lessOf,
  budget,
  recreated,
  admission,
];
