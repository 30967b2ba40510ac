import { type Condition, implies } from "./conditions";
import * as selector from "./selector";
import { type Item, itemsOf } from "./selector";
import type { Statement } from "./statement";

/** What a document newly allows, or no longer denies. */
export interface Grant {
  readonly who: readonly Item[];
  readonly actions: readonly Item[];
  readonly resources: readonly Item[];
  readonly conditions: readonly Condition[];
  /** Conditions under which alone it was allowed before. */
  readonly lost: readonly Condition[];
  readonly statement: Statement;
}

export interface Difference {
  readonly given: readonly Grant[];
  /** What is no longer denied. */
  readonly lifted: readonly Grant[];
  /** What is no longer allowed, or newly denied. */
  readonly taken: readonly Grant[];
}

/** What `after` allows that `before` did not, and the other way. */
export function compareDocuments(before: readonly Statement[], after: readonly Statement[]): Difference {
  const of = (all: readonly Statement[], wanted: boolean) => all.filter(({ allows }) => allows === wanted);
  const [wasAllowed, isAllowed, wasDenied, isDenied] = [
    of(before, true),
    of(after, true),
    of(before, false),
    of(after, false),
  ];
  return {
    given: uncovered(isAllowed, wasAllowed, isDenied),
    lifted: uncovered(wasDenied, isDenied, []),
    taken: [...uncovered(wasAllowed, isAllowed, wasDenied), ...uncovered(isDenied, wasDenied, [])],
  };
}

/** What `statements` say that neither `known` ones say nor `denied` ones take back. */
function uncovered(
  statements: readonly Statement[],
  known: readonly Statement[],
  denied: readonly Statement[],
): readonly Grant[] {
  const same = new Set(known.map(textOf));
  return statements.flatMap((one) => (same.has(textOf(one)) ? [] : (restOf(one, known, denied) ?? [])));
}

const textOf = ({ allows, who, actions, resources, conditions }: Statement): string =>
  JSON.stringify([allows, who, actions, resources, conditions]);

function restOf(statement: Statement, known: readonly Statement[], denied: readonly Statement[]): Grant | undefined {
  const { conditions } = statement;
  const items = {
    who: itemsOf(statement.who),
    actions: itemsOf(statement.actions),
    resources: itemsOf(statement.resources),
  };
  const covering = [...known, ...denied].map((other) => coverage(other, items));
  const applies = [...known, ...denied].map((other) => implies(conditions, other.conditions));
  const cells = { who: new Set<Item>(), actions: new Set<Item>(), resources: new Set<Item>() };
  let conditional = true;
  const once = new Set<Statement>();
  items.who.forEach((who, at) => {
    items.actions.forEach((action, of) => {
      items.resources.forEach((resource, on) => {
        const by = covering.flatMap((one, index) =>
          one.who[at] && one.actions[of] && one.resources[on] ? [index] : [],
        );
        if (by.some((index) => applies[index])) return;
        cells.who.add(who);
        cells.actions.add(action);
        cells.resources.add(resource);
        const before = by.find((index) => index < known.length);
        if (before === undefined) conditional = false;
        else once.add(known[before] as Statement);
      });
    });
  });
  if (cells.who.size === 0) return undefined;
  const lost = conditional
    ? [...once].flatMap((one) => one.conditions.filter((weak) => !implies(conditions, [weak])))
    : [];
  return {
    who: [...cells.who],
    actions: [...cells.actions],
    resources: [...cells.resources],
    conditions,
    lost,
    statement,
  };
}

/** Which items of a statement another one covers. */
function coverage(other: Statement, items: Readonly<Record<"who" | "actions" | "resources", readonly Item[]>>) {
  return {
    who: items.who.map((item) => selector.selects(other.who, item, selector.principals)),
    actions: items.actions.map((item) => selector.selects(other.actions, item, selector.actions)),
    resources: items.resources.map((item) => selector.selects(other.resources, item, selector.resources)),
  };
}
