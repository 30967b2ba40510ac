import { isObject, type Properties, type Value } from "../values";

/** Steps from a resource's properties to one value: names, and positions in lists. */
export type Path = (string | number)[];

/** Properties whose names are the user's own, dots and slashes included. */
const maps = /^(tags|tagsAll)\.(?!\[)(.+)$/s;
const step = /^(?:\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\])/;

/** The steps of `text`: `a.b[0].c`, `tags.Owner`, `data["some.key"]`; undefined where it is no path. */
export function parsePath(text: string): Path | undefined {
  const [, map, key] = maps.exec(text) ?? [];
  if (map !== undefined && key !== undefined) return [map, key];
  const path: Path = [];
  for (let rest = text; rest !== ""; ) {
    const found = step.exec(rest);
    if (found === null) return undefined;
    const [whole, name, position, quoted] = found;
    path.push(position === undefined ? (name ?? String(JSON.parse(`"${quoted}"`))) : Number(position));
    rest = rest.slice(whole.length);
  }
  return typeof path[0] === "string" ? path : undefined;
}

export function valueAt(value: Value | undefined, path: Path): Value | undefined {
  return path.reduce<Value | undefined>((holder, key) => {
    if (typeof key === "number") return Array.isArray(holder) ? holder[key] : undefined;
    return isObject(holder) ? holder[key] : undefined;
  }, value);
}

/** The properties with another value at a path; undefined takes it away. Objects on the way are made. */
export function withValue(properties: Properties, path: Path, value: Value | undefined): Properties {
  const changed = replaced(properties, path, value);
  return isObject(changed) ? changed : {};
}

function replaced(holder: Value | undefined, [key, ...rest]: Path, value: Value | undefined): Value | undefined {
  if (key === undefined) return value;
  if (typeof key === "number") {
    const list = Array.isArray(holder) ? [...holder] : [];
    const item = replaced(list[key], rest, value);
    list.splice(key, 1, ...(item === undefined ? [] : [item]));
    return list;
  }
  const object: Properties = isObject(holder) ? { ...holder } : {};
  const item = replaced(object[key], rest, value);
  if (item === undefined) delete object[key];
  else object[key] = item;
  return object;
}
