/** What a page is made of, on the server as text and in the browser as elements. */
export interface Node {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly Child[];
}

/** Of an attribute, true is one without a value, and false or undefined none. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Texts are only ever texts: neither side reads them as markup. */
export type Child = Node | string | undefined | false | readonly Child[];

export const h = (tag: string, attributes: Attributes = {}, ...children: readonly Child[]): Node => ({
  tag,
  attributes,
  children,
});

/** Attributes that people read or hear. */
const spoken = new Set(["title", "aria-label", "aria-description", "placeholder"]);

/** The attributes that are there, with their texts. */
export function attributesOf({ attributes }: Node, visible: (text: string) => string): [name: string, value: string][] {
  return Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    if (value === undefined || value === false) return [];
    const text = value === true ? "" : String(value);
    return [[name, spoken.has(name) ? visible(text) : text]];
  });
}
