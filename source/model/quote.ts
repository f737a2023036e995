import type {ArticleId} from './article.ts';
import type {Review} from './figure.ts';

/** Words in quotation marks that somebody is said to have spoken or written; `text` is without the marks. */
export type Quote = {
	readonly id: string;
	readonly article: ArticleId;
	readonly externalId: string | null;
	/** 1-based raw line of the first character. */
	readonly line: number;
	readonly segment: number;
	readonly start: number;
	readonly end: number;
	readonly text: string;
	/** As the words of the text name it: "He", "one ally". */
	readonly speaker: string | null;
	/** The fullest name in the article, only where it is sure. */
	readonly speakerName: string | null;
	readonly cue: string | null;
	/** What a person said of it; null as the stages read it. */
	readonly review: Review | null;
};
