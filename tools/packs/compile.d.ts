/** See compile.js. */
export function compiled(folder: string): string;
export function bundle(folder: string, packsFolder: string | null, file: string): void;
