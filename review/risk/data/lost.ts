import type { Judge } from "../judge";
import { dependentsOf, forcedBy, renamedTo } from "./around";
import { statefulOf } from "./stateful";

/** Deletions and replacements of what holds data. */
export const lost: Judge = (step, context) => {
  const { op, old, name, deleteFirst } = step;
  const stateful = statefulOf(step.type);
  if (stateful === undefined || old === undefined || (op !== "delete" && op !== "replace")) return [];
  const replaced = op === "replace";
  const forced = forcedBy(step);
  const around = [...(replaced ? forced.words : []), ...renamedTo(step, context), ...dependentsOf(step, context)];
  if (old.retainOnDelete) {
    const summary = replaced
      ? `${name} is replaced by an empty one; the old one stays in the cloud, and nobody manages it`
      : `${name} leaves the state and stays in the cloud, and nobody manages it`;
    return [{ id: "stateful-left", summary, details: around, properties: forced.paths }];
  }
  const kind = stateful.transient ? "transient" : "stateful";
  const saved = stateful.saves.map((say) => say(old));
  const order = deleteFirst
    ? "the old one is deleted before the new one is there"
    : "the new one is there, empty, before the old one is deleted";
  const protection = old.protect
    ? "it is protected: the engine refuses until protect is taken away"
    : "it is not protected from the engine";
  return [
    {
      id: `${kind}-${replaced ? "replaced" : "deleted"}`,
      summary: `${name} is ${replaced ? "replaced" : "deleted"}: ${stateful.lost}`,
      details: [...(replaced ? [order] : []), protection, ...saved, ...around],
      properties: forced.paths,
    },
  ];
};
