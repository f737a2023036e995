import type {Article} from '../../model/article.ts';
import {unreadNumbers, unseenIn} from '../../text/unseen.ts';
import type {RawPage} from '../world.ts';

/** A record's line is JSON: what it spells as \\u200b is as unseen as the character itself. */
const unescaped = (line: string): string => line.replace(/\\u([0-9a-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

/** What was taken out of some raw lines of an article, and which of its numbers were therefore not read; null where all is as it was printed. */
export const evidenceNote = (article: Article, page: RawPage | null, from: number, to: number): string | null => {
	const lines = page?.lines.slice(from - 1, to).map(line => article.segments[0]?.pieces.length === 0 ? unescaped(line) : line) ?? [];
	const unseen = unseenIn(lines.join(' '));
	const unread = unreadNumbers(article.segments.filter(({startLine, endLine}) => startLine <= to && endLine >= from).map(({text}) => text).join(' '));
	const told = [...unseen === null ? [] : [`taken out: ${unseen}`], ...unread === null ? [] : [`not read: ${unread}`]];
	return told.length === 0 ? null : told.join('; ');
};
