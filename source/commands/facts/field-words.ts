import {parseValue} from '../../ui/put-right-fields.ts';
import type {Figure} from '../../model/figure.ts';
import type {Fields, TextFields} from '../../model/override.ts';
import {Problem} from '../../model/problem.ts';

const usage = (what: string, remedy: string): Problem => new Problem({exit: 'usage', what, why: '', remedy});

/** `field=value` words; an empty value takes the field away. Throws a Problem, exit "usage", with `example` for how it is written. */
export const fieldsFrom = (words: readonly string[], example: string): TextFields => Object.fromEntries(words.map(word => {
	const at = word.indexOf('=');
	if (at < 1) throw usage(`"${word}" is no field with its value.`, `Write it as ${example}.`);
	return [word.slice(0, at), word.slice(at + 1) === '' ? null : word.slice(at + 1)];
}));

const NUMERIC: ReadonlySet<string> = new Set(['low', 'high']);
const numberFrom = (name: string, value: string): number => {
	const number = Number(value.replaceAll(',', ''));
	if (value.trim() === '' || !Number.isFinite(number)) throw usage(`${name}=${value} is no number.`, 'Write it as low=1200, or all at once as value=">1,200".');
	return number;
};

/** The bounds that go with a qualifier: "more than" has no upper one, and of an exact number both are it. `now`: the figure that is put right, or null where it is new. */
const settled = (fields: Fields, now: Figure | null): Fields => {
	if (!('low' in fields) && !('high' in fields) && !('qualifier' in fields)) return fields;
	const {low, high} = fields;
	const both = typeof low === 'number' && typeof high === 'number';
	const qualifier = fields['qualifier'] ?? (both ? low === high ? '=' : 'range' : low === undefined && high === undefined ? now?.qualifier : now?.qualifier === 'range' || now?.qualifier === 'vague' ? now.qualifier : now?.qualifier ?? '=');
	const given = {boundsBasis: qualifier === 'vague' ? 'convention' : 'stated', ...fields, ...(qualifier === undefined ? {} : {qualifier})};
	const one = low ?? high ?? now?.low ?? now?.high ?? null;
	switch (qualifier) {
		case '=':
		case '~': return both ? given : {...given, low: one, high: one};
		case '>':
		case '>=': return {...given, low: low ?? one, high: high ?? null};
		case '<':
		case '<=': return {...given, high: high ?? one, low: both ? low : null};
		default: return given;
	}
};

/**
 * The fields of a figure as they are typed: `value=">100"` is low, high and qualifier at once; low and high are numbers.
 * Throws a Problem, exit "usage"; whether a field is one at all, the library says.
 */
export const figureFieldsFrom = (words: readonly string[], now: Figure | null): Fields => {
	const {value, ...rest} = fieldsFrom(words, 'measure=killed, low=100 or value=">100"');
	const parsed = value == null ? {fields: {}} : parseValue(value);
	if ('wrong' in parsed) throw usage(`value=${value} is not understood.`, `${parsed.wrong[0]?.toUpperCase() ?? ''}${parsed.wrong.slice(1)}.`);
	const numbered = Object.fromEntries(Object.entries(rest).map(([name, text]) => [name, text !== null && NUMERIC.has(name) ? numberFrom(name, text) : text]));
	const fields = settled({...parsed.fields, ...numbered}, now);
	const [low, high] = [fields['low'], fields['high']];
	if (typeof low === 'number' && typeof high === 'number' && low > high) throw usage(`low=${low} is more than high=${high}.`, 'A range begins with its lower end.');
	return fields;
};
