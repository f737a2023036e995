import type {CompareView} from './compare-view.ts';
import {explainView} from './explain.ts';
import {figuresView} from './figures.ts';
import {gapsView} from './gaps.ts';
import {headlinesView} from './headlines.ts';
import {ledgerView} from './ledger.ts';
import {quotesView} from './quotes.ts';
import {textView} from './text.ts';
import {timelineView} from './timeline.ts';

/** The compare views in the order of their keys. */
export const compareViews: readonly CompareView[] = [explainView, textView, figuresView, ledgerView, headlinesView, quotesView, gapsView, timelineView];
