import { ApiError } from "./api";

/** A comment on a pull request or a note on a merge request. */
export interface Note {
  readonly id: number;
  readonly body: string;
  /** Whether we wrote it. Others may quote our marker. */
  readonly own: boolean;
}

/** The comments of one pull or merge request. */
export interface Notes {
  /** All of them, the oldest first. */
  list(): Promise<Note[]>;
  create(body: string): Promise<void>;
  update(id: number, body: string): Promise<void>;
  remove(id: number): Promise<void>;
}

/** What was done with the comment. */
export type Published = "created" | "updated" | "unchanged" | "not needed";

/**
 * The HTML comment that a text begins with, by which it is found again; undefined where it begins with none.
 *
 * Only up to the first word after the name: what follows may say which commit it is about.
 */
export function markerOf(text: string): string | undefined {
  return /^<!-- [a-z][\w:/.-]*/.exec(text)?.[0];
}

/**
 * Makes the comment that begins with the marker of `body` say `body`: the one that is there, else a new one. Of several,
 * which an earlier race of two jobs made, the oldest stays. With `updateOnly` no new one is made.
 */
export async function publish(
  notes: Notes,
  body: string,
  { marker, updateOnly }: { marker: string; updateOnly: boolean },
): Promise<Published> {
  const [kept, ...others] = await ownNotes(notes, marker);
  for (const { id } of others) await removed(notes, id);
  if (kept === undefined) return updateOnly ? "not needed" : created(notes, body, marker);
  if (isSame(kept.body, body)) return "unchanged";
  await notes.update(kept.id, body);
  return "updated";
}

async function created(notes: Notes, body: string, marker: string): Promise<Published> {
  try {
    await notes.create(body);
  } catch (error) {
    // The host failed: it may have been made all the same, and a second one must not be.
    if (!(error instanceof ApiError) || error.status < 500) throw error;
    const [made] = await ownNotes(notes, marker);
    if (made === undefined) await notes.create(body);
  }
  return "created";
}

async function ownNotes(notes: Notes, marker: string): Promise<Note[]> {
  const all = await notes.list();
  return all.filter(({ own, body }) => own && markerOf(body) === marker);
}

/** Another job may have removed it first. */
async function removed(notes: Notes, id: number): Promise<void> {
  try {
    await notes.remove(id);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error;
  }
}

/** Hosts keep line ends in their own way and cut white space at the end. */
const isSame = (one: string, other: string) => plain(one) === plain(other);
const plain = (text: string) => text.replaceAll("\r\n", "\n").trimEnd();
