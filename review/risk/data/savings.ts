import type { State } from "../../model/step";
import { isHidden, type Shown } from "../../model/values";
import { propertyOf } from "../reading";

/** Says what may save the data of something that is deleted, or that nothing does. */
export type Saving = (state: State) => string;

/** Says of a property that cannot be seen that it cannot; else what `say` makes of it. */
const seen =
  (path: string, say: (value: Shown | undefined, state: State) => string): Saving =>
  (state) => {
    const value = propertyOf(state, path);
    return isHidden(value) ? `${path} is not known` : say(value, state);
  };

const isSet = (value: Shown | undefined): boolean => value !== undefined && value !== null && value !== "";

/** AWS refuses to delete while it is on. */
export const guard = (path: string, on: Shown = true): Saving =>
  seen(path, (value) =>
    value === on ? `${path} is on: the deletion is refused until it is off` : `not protected by ${path}`,
  );

/** A last snapshot, which a flag skips; without a name the provider refuses to delete. */
export const finalSnapshot: Saving = seen("skipFinalSnapshot", (skip, state) => {
  if (skip === true) return "no final snapshot is taken: skipFinalSnapshot is on";
  return isSet(propertyOf(state, "finalSnapshotIdentifier"))
    ? "a final snapshot is taken"
    : "the deletion fails: skipFinalSnapshot is off, and finalSnapshotIdentifier is not set";
});

/** A last backup, which a flag skips. */
export const finalBackup = (path: string, skipped: boolean): Saving =>
  seen(path, (value) =>
    (value ?? skipped) === true ? `no final backup is taken: ${path} is on` : "a final backup is taken",
  );

/** A last snapshot, which is taken where it has a name. */
export const namedSnapshot = (path: string): Saving =>
  seen(path, (name) => (isSet(name) ? "a final snapshot is taken" : `no final snapshot is taken: ${path} is not set`));

/** It must be empty unless a flag is on. */
export const emptyFirst = (path: string): Saving =>
  seen(path, (value) =>
    value === true
      ? `what is in it goes with it: ${path} is on`
      : `the deletion fails unless it is empty: ${path} is off`,
  );

/** Days in which it can be brought back. */
export const recovery = (path: string, byDefault: number): Saving =>
  seen(path, (value) => {
    const days = value ?? byDefault;
    return days === 0 ? `it goes at once: ${path} is 0` : `it can be brought back for ${String(days)} days`;
  });

/** RDS's automated backups, which go with the instance by default. */
export const automatedBackups: Saving = seen("deleteAutomatedBackups", (value, state) => {
  const days = propertyOf(state, "backupRetentionPeriod");
  if (days === 0) return "there are no automated backups: backupRetentionPeriod is 0";
  return value === false ? "automated backups stay until they expire" : "automated backups are deleted with it";
});

/** What a property decides. */
export const either = (path: string, wanted: Shown, yes: string, no: string): Saving =>
  seen(path, (value) => (value === wanted ? yes : no));

/** What is true of every such thing. */
export const always =
  (text: string): Saving =>
  () =>
    text;
