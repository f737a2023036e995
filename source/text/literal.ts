/** A text as a regular expression has it, every character standing for itself. (`RegExp.escape` is younger than the oldest Node we run on.) */
export const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
