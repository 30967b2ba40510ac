import { forEachKnown } from "./unknown";

/** Visits every property in `value`, however deep, also behind unknown ones; `path` is where it stands, e.g. `values.image.tag`. */
export function forEachProperty(
  value: unknown,
  path: string,
  visit: (key: string, value: unknown, path: string) => void,
): void {
  if (typeof value !== "object" || value === null) return;
  forEachKnown(Object.keys(value), (key) => {
    const inner: unknown = Reflect.get(value, key);
    visit(key, inner, `${path}.${key}`);
    forEachProperty(inner, `${path}.${key}`, visit);
  });
}
