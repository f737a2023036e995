import {asValue, fieldNames, isField, specOf, type FieldName} from './fields.ts';
import type {FieldValues} from './library-search.ts';
import {fold} from './words.ts';

/** What the end of a query may become: the whole query with it, and the piece itself for a list of what there is. */
export type Completion = {readonly query: string; readonly shown: string};

const valuesOf = (name: FieldName, values: FieldValues): readonly string[] => {
	const {value, choices} = specOf(name);
	if (choices !== undefined) return choices;
	if (value === 'date') return values.date;
	return name === 'outlet' || name === 'tag' || name === 'event' || name === 'figure' || name === 'saved' ? values[name] : [];
};

/** Whether a value, or a word of it, begins with what was typed. */
const begins = (value: string, typed: string): boolean => {
	const [folded, wanted] = [fold(value), fold(typed)];
	return folded.startsWith(wanted) || folded.split(/[\s-]+/).some(word => word.startsWith(wanted));
};

/** Names of fields, or values of the field that is being typed, that the end of a query may become; most likely first. Nothing before the first letter of a name. */
export const completions = (query: string, values: FieldValues): Completion[] => {
	const [, name, typed] = /(?:^|[\s(-])([a-z]+):"?([^\s"()]*)$/i.exec(query) ?? [];
	if (name !== undefined && typed !== undefined && isField(name.toLowerCase())) {
		const field = name.toLowerCase() as FieldName;
		const before = query.slice(0, query.length - typed.length).replace(/"$/, '');
		return valuesOf(field, values).filter(value => begins(value, typed) && value !== typed).map(value => ({query: `${before}${asValue(value)} `, shown: value}));
	}

	const [, begun] = /(?:^|[\s(-])([a-z]+)$/i.exec(query) ?? [];
	if (begun === undefined) return [];
	return fieldNames.filter(field => field.startsWith(begun.toLowerCase())).map(field => ({query: `${query.slice(0, query.length - begun.length)}${field}:`, shown: `${field}:`}));
};
