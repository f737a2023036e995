import {parse, type DefaultTreeAdapterMap} from 'parse5';

/** What a page may be made of; anything else that a browser sees in it is reported. */
const HARMLESS = new Set('html head meta title style body header main nav section footer h1 h2 h3 p a b i span div ul ol li dl dt dd del ins table caption thead tbody tr th td details summary blockquote mark input label svg g line circle rect text'.split(' '));

/** A link to a part of the page, to the web, or (in a bundle) to a file beside it. */
const isLink = (value: string): boolean => /^#[\w-]+$/.test(value) || /^https?:\/\/[^\s"'<>]*$/.test(value) || /^raw\/[\w.-]+$/.test(value);

/** Everything in a page that runs, loads, sends, or leads elsewhere than it should, as a browser reads it; a word each. */
export const activeParts = (html: string): string[] => {
	const found: string[] = [];
	const visit = (node: DefaultTreeAdapterMap['node']): void => {
		if (node.nodeName === '#comment') found.push('comment');
		if ('tagName' in node) {
			if (!HARMLESS.has(node.tagName)) found.push(node.tagName);
			for (const {name, value} of node.attrs) {
				if (/^on|^style$|^src|^action$|^formaction$|^xlink|^ping$|^background$|^data/.test(name)) found.push(`${node.tagName} ${name}`);
				if (name === 'href' && !isLink(value)) found.push(`${node.tagName} ${name}=${value}`);
				if (name === 'http-equiv' && value !== 'Content-Security-Policy') found.push(`meta ${value}`);
				if (name === 'type' && value !== 'checkbox') found.push(`input ${value}`);
			}
		}

		if ('childNodes' in node) for (const child of node.childNodes) visit(child);
	};
	visit(parse(html));
	return found;
};
