import {describe, test} from 'vitest';
import {made, sitDown} from '../helpers/journey.tsx';

const saved = made({kind: 'search', name: 'Kursk', query: 'kursk casualties'}, {kind: 'search', name: 'in figures', query: 'saved:kursk has:figures'});

describe.each(['80x24', '120x36'] as const)('at %s', size => {
	test('somebody saves a search under a name, finds it in the list and opens it again', async () => {
		const {deck} = await sitDown({size});
		await deck.press('/').type('casulties outlet:huffpost').press('ctrl+k').sees('Under which name is this search saved?').type('their losses').press('enter').told('Saved as “their losses”').sees('/ casulties outlet:huffpost').fits()
			.press('esc', 'esc', 'g', '/').titled(/Searches +demo +1 saved/).sees(/▌ their losses/, 'casulties outlet:huffpost', 'Finds now').fits()
			.press('enter').sees('/ casulties outlet:huffpost').press('enter').titled('search: casulties');
	});

	test('somebody sees what each finds now, names one anew and takes one away, and back', async () => {
		const {deck} = await sitDown({size, before: saved});
		await deck.press('g', '/').sees('Saved searches', /▌ Kursk/, /Finds now .* \d/).press('j').sees(/▌ in figures/, 'saved:kursk has:figures').fits()
			.press('k', 'R', 'ctrl+u').type('in figures').press('enter').told('Another search is saved as “in figures”.').press('ctrl+u').type('losses at Kursk').press('enter').told('It is saved as “losses at Kursk” now').sees('saved:"losses at Kursk" has:fig')
			.press('G', 'x').told('“losses at Kursk” stays').press('g', 'g', 'x').told('“in figures” is saved no longer').press('u').told('was taken back').sees('in figures').fits();
	});
});

test('a saved search is a term of a query: completed, read as it stands, its words marked', async () => {
	const {deck} = await sitDown({before: saved});
	await deck.press('/').type('saved:ku').press('tab').sees('/ saved:Kursk').sees(/[1-9]\d* of 26 articles/).type('-saved:kursk').sees('0 of 26 articles').press('ctrl+u').type('saved:kurs').sees('Kursk').type('x ').sees('No search is saved as “kursx”');
});

test('a search that cannot be read, or would lead back to itself, is not saved', async () => {
	const {deck} = await sitDown({before: saved});
	await deck.press('/').type('kim oulet:bbc').press('ctrl+k').told('There is no field oulet:').press('ctrl+u').press('ctrl+k').told('There is no search to save.')
		.type('saved:"in figures"').press('ctrl+k').type('Kursk').press('enter').told('leads back to itself').sees('Under which name').press('esc', 'esc', 'esc', 'g', '/').sees('kursk casualties');
});

test('earlier searches stand below the saved ones: opened from a search they come into its line, and get a name', async () => {
	const {deck} = await sitDown({before: saved});
	await deck.press('g', '/').seesNot('Earlier searches').press('q', '/').type('tariffs').press('enter', 'q', 'ctrl+u').type('kim').press('enter', 'q', 'ctrl+u').press('ctrl+r').sees('Earlier searches', 'tariffs', 'kim')
		.press('G').sees(/▌ tariffs/).press('x').told('Only a saved search is taken away').press('R').type('on tariffs').press('enter').told('Saved as “on tariffs”').press('G', 'enter').sees('/ tariffs').press('esc').sees('type to search').press('esc').titled('newsdeck');
});

test('what was searched for comes back with ^P, later ones with ^N, and the line as it was typed after them', async () => {
	const {deck} = await sitDown();
	await deck.press('/').type('tariffs').press('enter', 'q', 'ctrl+u').type('kim').press('enter', 'q', 'ctrl+u').type('sno').press('ctrl+p').sees('/ kim').press('ctrl+p').sees('/ tariffs').press('ctrl+n').sees('/ kim').press('ctrl+n').sees('/ sno').press('ctrl+n').told('as it was typed');
});

test('without any the list says how one is saved', async () => {
	const {deck} = await sitDown();
	await deck.press('g', '/').sees('No search is saved', 'newsdeck search --save NAME QUERY');
});
