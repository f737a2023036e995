import type {CompareView} from './compare-view.ts';
import {figuresView} from './figures.ts';
import {textView} from './text.ts';

/** The compare views in the order of their keys. */
export const compareViews: readonly CompareView[] = [textView, figuresView];
