import {tokens} from './tokens.ts';

/** The commonest small words of each language: of running text, a third or so are among them. */
const STOP_WORDS: ReadonlyArray<readonly [string, readonly string[]]> = Object.entries({
	en: 'the of and to in a is that for it was on are with as at be by this have from or had his not but what were they which you said has he will an been she we their its who',
	de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über',
	fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son cette aux ont été mais comme leur elle ou',
	es: 'de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ha me si sin sobre este ya entre cuando también fue',
	it: 'di e il la che in un a per è una del si non sono con le i da della al lo ha come anche più alla ma nel dei gli delle questo se ai',
	pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está',
	nl: 'de van een het en in is dat op te zijn met voor niet aan er die hij om dan ook als maar bij nog uit naar heeft wordt door over ze werd',
	sv: 'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan nu när efter',
	pl: 'i w na z do się nie że to jest o po za od jak przez dla co ale są jego oraz by ich tym już był ma przed',
	uk: 'і в на що не з до у та за про як це від для його але або є після під час який також при було',
	ru: 'и в на что не с по о как из за это к от для его но или после под при было также который а',
}).map(([code, list]) => [code, list.split(' ')] as const);

/** The languages that have a word among their commonest. */
const SPEAKERS = new Map<string, string[]>();
for (const [code, list] of STOP_WORDS) for (const word of new Set(list)) SPEAKERS.set(word, [...SPEAKERS.get(word) ?? [], code]);

/** Whether a word in small letters is among the commonest of some language: it says nothing of what a text is about. */
export const isStopWord = (word: string): boolean => SPEAKERS.has(word);

/** Scripts that tell the language, or nearly: looked at before the words. */
const SCRIPTS: ReadonlyArray<readonly [string, RegExp]> = [
	['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu], ['ko', /\p{Script=Hangul}/gu], ['zh', /\p{Script=Han}/gu], ['ar', /\p{Script=Arabic}/gu],
	['he', /\p{Script=Hebrew}/gu], ['el', /\p{Script=Greek}/gu], ['hi', /\p{Script=Devanagari}/gu], ['th', /\p{Script=Thai}/gu],
];

/** Letters that only one of two neighbours has; their small words are too much alike to tell. Belarusian has letters of both, and no и. */
const CYRILLIC: ReadonlyArray<readonly [string, own: RegExp, others: RegExp]> = [['ru', /[ыэ]/, /[іїєґў]/], ['uk', /[їєґ]|и[^]*і|і[^]*и/, /[ыэёў]/]];

/** Anything but Latin and Cyrillic letters and the marks around them. */
const OTHER_SCRIPT = /[\u0370-\u03FF\u0530-\u1FFF\u2E80-\uFFFF]/;

/** Enough for a sure answer; more only costs time. */
const SAMPLE = 4000;

/** Fewer different small words than this are chance: "men" alone would make a line Swedish. */
const FEWEST = 3;

/** BCP 47 code of the language of a text, by script, then by its commonest words; null where too little text tells. `known`: its words as `tokens` finds them, where somebody has cut it already. */
export const languageOf = (text: string, known?: readonly string[]): string | null => {
	const sample = text.slice(0, SAMPLE);
	if (OTHER_SCRIPT.test(sample)) {
		const letters = sample.match(/\p{L}/gu)?.length ?? 0;
		for (const [code, script] of SCRIPTS) {
			const found = sample.match(script)?.length ?? 0;
			if (found >= 10 && found > letters / 5) return code;
		}
	}

	const words = known !== undefined && text.length <= SAMPLE ? known : tokens(sample);
	if (words.length < 8) return null;
	const cyrillic = CYRILLIC.find(([, own, others]) => own.test(sample) && !others.test(sample));
	if (cyrillic !== undefined) return cyrillic[0];
	const times = new Map<string, number>();
	for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
	const found = new Map<string, {readonly different: number; readonly all: number}>();
	for (const [word, count] of times) {
		for (const code of SPEAKERS.get(word) ?? []) {
			const {different, all} = found.get(code) ?? {different: 0, all: 0};
			found.set(code, {different: different + 1, all: all + count});
		}
	}

	const scores = [...found].filter(([, {different}]) => different >= FEWEST).map(([code, {all}]) => ({code, share: all / words.length})).sort((a, b) => b.share - a.share);
	const [first, second] = scores;
	if (first === undefined || first.share < .1 || first.share < (second?.share ?? 0) * 1.15) return null;
	return first.code;
};
