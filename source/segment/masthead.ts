import table from '../../data/page-text.json' with {type: 'json'};
import type {Entry} from './entries.ts';
import {weigh} from './line-signs.ts';
import {keyOf, type NameSigns, type SiteName, siteNames} from './masthead-signs.ts';
import type {OutletFinding} from './outlet.ts';

const {sure, veto, enough, points} = table.outlet;
/** One of them must name it: the rest can be said of anything. */
const ANCHORS = ['copyright', 'title', 'site', 'follow', 'first'] as const;
const isPointed = (sign: string): sign is keyof typeof points => Object.hasOwn(points, sign);

/** Known, called like a paper, or with an address or account of its name. Two capitalised words ("Follow Odile Farrant", "© Farrant Holding") need that: they may be anybody's. */
const isBacked = ({known, paper, site, handle}: NameSigns): boolean => known + paper + site + handle > 0;

/** Ways of naming that agree, each counted once; 0 where fewer than two do, or none of them is an anchor. */
const pointsOf = (signs: NameSigns): number => {
	// Two words to follow may be a person's name.
	// An owner is named by its rights again and again, and by nothing else; papers are too, but are called like papers.
	if (signs.onlyRights === 1 && !isBacked(signs)) return 0;
	const ways = Object.entries(signs).filter(([sign, value]) => value > 0 && isPointed(sign) && !(sign === 'follow' && signs.person === 1));
	if (ways.length < 2 || !ANCHORS.some(anchor => ways.some(([sign]) => sign === anchor))) return 0;
	return ways.reduce((sum, [sign]) => sum + (isPointed(sign) ? points[sign] : 0), 0);
};

type Weighed = SiteName & {readonly odds: number; readonly points: number};
const most = (names: readonly Weighed[], by: 'odds' | 'points'): Weighed | null => names.reduce<Weighed | null>((best, name) => best === null || name[by] > best[by] ? name : best, null);
const found = ({name, evidence}: SiteName): OutletFinding => ({outlet: name, basis: 'inferred', evidence});

/**
 * Who made a page, by what the lines around its text say: the name that is given in two ways and more and is not unlikely,
 * else the likeliest where it is likely enough. Silence is more honest than the owner in the copyright line or a site that
 * is merely linked. `headlines`, `bylines`: of the articles found on it; whoever wrote one is not who publishes it.
 */
export const mastheadOf = (entries: readonly Entry[], headlines: readonly string[], bylines: readonly string[]): OutletFinding | null => {
	const authors = bylines.map(byline => ` ${keyOf(byline)} `);
	const names = siteNames(entries, headlines).filter(({signs}) => signs.person === 0 || isBacked(signs)).filter(({name}) => !authors.some(author => author.includes(` ${keyOf(name)} `)))
		.map(name => ({...name, odds: weigh(name.signs, table.outlets), points: pointsOf(name.signs)}));
	const pointed = names.filter(name => name.points >= enough && name.odds >= veto);
	const named = most(pointed, 'points');
	// Two that are named alike: nothing tells which of them is the page's.
	if (named !== null && pointed.every(name => name === named || name.points < named.points)) return found(named);
	const likely = most(names, 'odds');
	return likely === null || likely.odds < sure ? null : found(likely);
};
