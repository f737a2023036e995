import {everyArticle, ofColumns, passes, type Answer, type Over, type Told} from './answer.ts';
import {articleKinds} from './fields.ts';
import {expandExactly, expandFuzzily, type Expansion} from './expand.ts';
import {answerFigure, answerAsOf} from './figure-conditions.ts';
import {wantedWord, type Wanted} from './matches.ts';
import {answerOutlet} from './outlet-condition.ts';
import {dayOf, type Period} from './periods.ts';
import type {Condition} from './query.ts';
import {scorePhrase, scoreWord, type Scored} from './score.ts';
import {marks} from './shard.ts';

const bare = (answer: Answer): Told => ({answer, wanted: [], readAs: [], notes: []});
const tested = (test: (article: number) => boolean): Told => bare({kind: 'test', test});

const within = (day: number, {from, to}: Period): boolean => day >= from && day <= to && day > 0;

type Words = Extract<Condition, {kind: 'words'}>;

const wantedOf = (typed: string, {forms, readAs}: Expansion, fuzzy: boolean): Wanted[] =>
	[[wantedWord(typed, fuzzy)], ...forms.map(word => [wantedWord(word, false)]), ...readAs.map(word => [wantedWord(word, true, true)])];

const answerWords = (over: Over, condition: Words, negated: boolean): Told => {
	const {words, part, match, open} = condition;
	if (part === 'outlet') return answerOutlet(over, condition, negated);
	const [typed = ''] = words;
	if (words.length > 1) {
		const begun = open && !over.exact && !negated;
		const wanted = words.map((word, at) => wantedWord(word, begun && at === words.length - 1));
		return {answer: {kind: 'scored', scored: scorePhrase(over.members, words, begun, part)}, wanted: [wanted], readAs: [], notes: []};
	}

	// "-opinion" takes away what has just that word: a minus that guessed would hide articles.
	const fuzzy = match === 'fuzzy' && !over.exact && !negated;
	const begun = match === 'phrase' && open && !over.exact && !negated;
	const shards = over.members.members.map(({shard}) => shard);
	const expansion = fuzzy ? expandFuzzily(shards, typed) : expandExactly(shards, typed);
	if (begun) return {answer: {kind: 'scored', scored: scorePhrase(over.members, words, true, part)}, wanted: [[wantedWord(typed, true)]], readAs: [], notes: []};
	return {
		answer: {kind: 'scored', scored: scoreWord(over.members, expansion, part)},
		wanted: wantedOf(typed, expansion, fuzzy), readAs: expansion.readAs.map(word => ({typed, word})), notes: [],
	};
};

const worthOf = (answer: Answer, article: number): number => (answer.kind === 'test' ? (answer.test(article) ? 1 : 0) : answer.scored.scores[article] ?? 0);

const scoredFrom = ({columns}: Over['members'], articles: Iterable<number>, worth: (article: number) => number): Scored => {
	const scores = columns.column();
	const kept: number[] = [];
	for (const article of articles) {
		const score = worth(article);
		if (score === 0) continue;
		scores[article] = score;
		kept.push(article);
	}

	return columns.keep({articles: Uint32Array.from(kept), scores});
};

/** All must hold: the condition that fewest articles answer is walked through, the others are asked. The worths add up. */
const both = (over: Over, answers: readonly Answer[]): Answer => {
	const scored = answers.filter(answer => answer.kind === 'scored').sort((a, b) => a.scored.articles.length - b.scored.articles.length);
	const [fewest] = scored;
	if (fewest === undefined) return {kind: 'test', test: article => answers.every(answer => passes(answer, article))};
	const others = answers.filter(answer => answer !== fewest);
	return {kind: 'scored', scored: scoredFrom(over.members, fewest.scored.articles, article => {
		let sum = fewest.scored.scores[article] ?? 0;
		for (const other of others) {
			const worth = worthOf(other, article);
			if (worth === 0) return 0;
			if (other.kind === 'scored') sum += worth;
		}

		return sum;
	})};
};

/** One must hold; the best counts. */
const either = (over: Over, answers: readonly Answer[]): Answer => {
	const candidates = answers.some(({kind}) => kind === 'test') ? everyArticle(over) : new Set(answers.flatMap(answer => (answer.kind === 'scored' ? Array.from(answer.scored.articles) : [])));
	return {kind: 'scored', scored: scoredFrom(over.members, candidates, article => Math.max(...answers.map(answer => worthOf(answer, article))))};
};

const together = (told: readonly Told[], join: (answers: readonly Answer[]) => Answer): Told => ({
	answer: join(told.map(({answer}) => answer)), wanted: told.flatMap(({wanted}) => wanted), readAs: told.flatMap(({readAs}) => readAs), notes: told.flatMap(({notes}) => notes),
});

/** Whether what a pattern matches is not known yet. */
const untried = (over: Over, condition: Condition): boolean =>
	condition.kind === 'pattern' ? over.matched(condition.source) === null
		: condition.kind === 'not' || condition.kind === 'saved' ? untried(over, condition.of)
			: (condition.kind === 'all' || condition.kind === 'any') && condition.of.some(each => untried(over, each));

/** What a condition comes to. Told once; worth is added up over conditions that all must hold. */
export const evaluate = (over: Over, condition: Condition, negated = false): Told => {
	switch (condition.kind) {
		case 'words': return answerWords(over, condition, negated);
		case 'pattern': return tested(over.matched(condition.source) ?? (() => true));
		case 'figure': return answerFigure(over, condition);
		case 'event': return tested(over.inEvent(condition.words, condition.typed));
		case 'date':
			if (condition.of === 'asof') return answerAsOf(over, condition.period);
			return tested(ofColumns(over, (columns, row) => within(condition.of === 'published' ? dayOf(columns.published[row] ?? 0) : columns.captured[row] ?? 0, condition.period)));
		case 'article-kind': {
			const wanted = articleKinds.findIndex(kind => kind === condition.value);
			return tested(ofColumns(over, (columns, row) => columns.kind[row] === wanted));
		}

		case 'is':
		case 'has': {
			const bit = Object.entries(marks).find(([name]) => name === condition.value)?.[1] ?? 0;
			return tested(ofColumns(over, (columns, row) => ((columns.marks[row] ?? 0) & bit) !== 0));
		}

		case 'not': {
			// What a pattern takes away is known only when it has been tried.
			if (untried(over, condition.of)) return tested(() => true);
			const {answer, notes} = evaluate(over, condition.of, true);
			return {answer: {kind: 'test', test: article => !passes(answer, article)}, wanted: [], readAs: [], notes};
		}

		// A minus before it takes away what it finds, whole: beginnings and slips too.
		case 'saved': return evaluate(over, condition.of);
		case 'all': return together(condition.of.map(each => evaluate(over, each, negated)), answers => both(over, answers));
		case 'any': return together(condition.of.map(each => evaluate(over, each, negated)), answers => either(over, answers));
	}
};
