import {expect, test} from 'vitest';
import {guardedBylines} from '../../source/segment/byline.ts';
import {guardedDates} from '../../source/segment/dateline.ts';
import {corpusPages} from '../corpus/corpus.ts';

/** Rows in the forms that pages of the corpus may lack. */
const ROWS = [
	'3 May 2024', 'May 3, 2024', 'Updated: Friday, May 3rd 2024, 10:15 am', '2024-05-03T10:15:00Z', '3/5/24', '13.6.2014 | 14.6.2014', '2024年5月3日', 'à 10h15 le 3 mai 2024', '3. Mai 2024 um 10:15 Uhr',
	'2 hours ago', 'time2 hours ago', 'just now', 'Updated: yesterday', 'about 5 min ago', 'vor einem Tag', 'il y a 3 heures', 'hace 2 días', '10:15', 'Posted at 10.15 GMT', '10H15',
	'Salder Echo5 days ago', 'Salder Echo · 3 May 2024', '记者 李明', '文／李明',
	'By Odile Farrant', 'Words by Odile Farrant and Jon Roe, in Salder', 'Von Odile Farrant', 'автор Odile Farrant', 'REPORTING BY ODILE FARRANT', 'Odile Farrant, Harbour correspondent', 'Odile Farrant | Salder Bureau Chief',
	'Odile Farrant in Salder', 'Odile Farrant and Jon Roe', 'Odile de la Farrant', 'Odile Farrant is a writer living in Salder', '@odile', 'odile@salder.example', 'Follow Odile on X', 'email odile at the desk',
	'The boats, Odile Farrant reports, are lost', 'Odile Farrant talks to the crew', 'We spoke to Odile Farrant about boats', 'speak to Odile Farrant about boats', 'and Odile Farrant breaks down the figures',
];

test('where the quick look says no, the pattern behind it matches nothing', () => {
	const lines = [...ROWS, ...corpusPages().flatMap(({bytes}) => new TextDecoder().decode(bytes).split(/\r\n|\r|\n/).map(line => line.trim()))];
	for (const {may, pattern} of [...guardedDates, ...guardedBylines]) {
		const matched = lines.filter(line => pattern.test(line));
		expect(matched.length, String(pattern)).toBeGreaterThan(0);
		expect(matched.filter(line => !may(line)), String(pattern)).toEqual([]);
	}
});
