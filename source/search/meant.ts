import {isField} from './fields.ts';

/** What stands in quotation marks or between slashes is meant as it stands. */
const AS_IT_STANDS = /["“][^"“”]*["”]|(?<=^|\s)\/\S[^/]*\//g;
/** "autor:brown", but not "https://..." nor "9:30". */
const NO_FIELD = /(?<=^|[\s(-])(\p{L}+):(?=[^\s/])/u;

/**
 * What somebody may have meant whose query is well formed and found nothing: signs of the language that were read as
 * words, such as a field that is none (one that is nearly one is a mistake, and told as such) and an operator in small letters. Null: no such sign.
 */
export const meantOtherwise = (query: string): string | null => {
	const bare = query.replaceAll(AS_IT_STANDS, ' ');
	const [, field = ''] = NO_FIELD.exec(bare) ?? [];
	if (field !== '' && !isField(field.toLowerCase())) return `“${field}:” is no field, and was looked for as words. newsdeck search --help has the fields.`;
	const [, operator = ''] = /\S\s+(or|not)\s+\S/.exec(bare) ?? [];
	return operator === '' ? null : `“${operator}” was looked for as a word; ${operator.toUpperCase()} in capitals is the operator.`;
};
