/** Words of a text in small letters, apostrophes straightened, without marks around them. */
export const words = (text: string): string[] =>
	text.toLowerCase().replace(/[’‘`]/g, '\'').match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? [];

/** The same line apart from case, quotation marks and spaces has the same key. */
export const sameness = (text: string): string => words(text).join(' ');
