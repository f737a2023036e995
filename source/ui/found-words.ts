import {segmentAt, type Article} from '../model/article.ts';
import type {Place} from '../model/override.ts';
import {placesIn, type Sought} from '../search/search.ts';
import {segmentNumbers} from './reader-layout.ts';

/** Every place of an article where what was looked for stands, as one reads. */
export const foundIn = (article: Article, sought: Sought): readonly Place[] => segmentNumbers(article).flatMap(segment =>
	placesIn(segmentAt(article, segment)?.text ?? '', sought).map(([start, end]) => ({segment, start, end})));
