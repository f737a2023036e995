import table from '../../data/names.json' with {type: 'json'};

/** Given names of men, and of women; some are both. */
export const maleNames: ReadonlySet<string> = new Set(table.male.split(' '));
export const femaleNames: ReadonlySet<string> = new Set(table.female.split(' '));

/** Whether a word is a given name that the table knows. */
export const isGivenName = (word: string): boolean => maleNames.has(word) || femaleNames.has(word);
