import boilerplate from '../../data/boilerplate.json' with {type: 'json'};
import table from '../../data/page-text.json' with {type: 'json'};
import type {Entry} from './entries.ts';
import {weigher} from './line-signs.ts';
import {keyOf, type NameSigns, type SiteName, siteNames} from './masthead-signs.ts';
import type {OutletFinding} from './outlet.ts';
import type {Tables} from './tables.ts';

const {sure, veto, enough, points} = table.outlet;
const weigh = weigher(table.outlets);
/** One of them must name it: the rest can be said of anything. */
const ANCHORS = ['copyright', 'title', 'site', 'follow', 'first'] as const;
/**
 * One of them must be there for a name to be the likeliest: what stands again and again may be the network, the agency, the sport. A paper that is known is also named
 * by line after line of its services ("Salder Echo Jobs", "Salder Echo Weddings") and by "More from the Salder Echo".
 */
const NAMING = ['copyright', 'owner', 'follow', 'about', 'search', 'things', 'letters', 'app', 'imprint', 'self', 'first', 'byline', 'title', 'titles', 'top', 'site', 'handle', 'domain'] as const;
const isNamed = ({signs}: SiteName): boolean => NAMING.some(sign => signs[sign] > 0) || (signs.known === 1 && (signs.series === 1 || signs.more > 0));
const isPointed = (sign: string): sign is keyof typeof points => Object.hasOwn(points, sign);

/** Whose words others print, with its name and its rights below them: only what is done on its own site ("Follow Salder Press", "Salder Press TV") names an agency. */
const AGENCIES: ReadonlySet<string> = new Set(boilerplate.agencies);
const OWN = ['follow', 'about', 'search', 'things', 'letters', 'app'] as const;
const isOwn = ({name, signs}: SiteName): boolean => !AGENCIES.has(name) || OWN.some(sign => signs[sign] > 0);

/**
 * Known, called like a paper, or with an address or account of its name. Two capitalised words ("Follow Odile Farrant", "© Farrant Holding") need that: they
 * may be anybody's, and a person has an account too.
 */
const isBacked = ({known, word, paper, site, handle, person, copyright}: NameSigns): boolean => known + word + paper + (person === 0 ? site + handle : Math.min(copyright, site)) > 0;

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
const found = ({name, evidence}: SiteName, {outlets}: Tables): OutletFinding => ({outlet: outlets.known(name) ?? name, basis: 'inferred', evidence});

/**
 * Who made a page, by what the lines around its text say: the name that is given in two ways and more and is not unlikely,
 * else the likeliest where it is likely enough. Silence is more honest than the owner in the copyright line or a site that
 * is merely linked. `headlines`, `bylines`: of the articles found on it; whoever wrote one is not who publishes it.
 */
export const mastheadOf = (entries: readonly Entry[], headlines: readonly string[], bylines: readonly string[]): OutletFinding | null => {
	const tables = entries[0]?.line.tables;
	if (tables === undefined) return null;
	const authors = bylines.map(byline => ` ${keyOf(byline)} `);
	const names = siteNames(entries, headlines).filter(isOwn).filter(({signs}) => signs.person === 0 || isBacked(signs)).filter(({name, signs}) => signs.known === 1 || !authors.some(author => author.includes(` ${keyOf(name)} `)))
		.map(name => ({...name, odds: weigh(name.signs), points: pointsOf(name.signs)}));
	const likely = most(names.filter(isNamed), 'odds');
	if (likely !== null && likely.odds >= sure) return found(likely, tables);
	const pointed = names.filter(name => name.points >= enough && name.odds >= veto);
	const named = most(pointed, 'points');
	// Two that are named alike: nothing tells which of them is the page's.
	return named !== null && pointed.every(name => name === named || name.points < named.points) ? found(named, tables) : null;
};
