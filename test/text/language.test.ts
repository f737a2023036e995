import {expect, test} from 'vitest';
import {languageOf} from '../../source/text/language.ts';

test.each([
	['The ferry left the harbour at noon and was back by six, its owner said.', 'en'],
	['Die Fähre hat den Hafen am Mittag verlassen und ist noch nicht wieder da, sagt der Eigner.', 'de'],
	['Le bac a quitté le port à midi et il est de retour, dit la dame qui le possède avec son frère.', 'fr'],
	['Мост через гавань останется закрытым до конца июня, сообщил городской совет.', 'ru'],
	['Міст через гавань залишиться закритим до кінця червня, повідомила міська рада.', 'uk'],
])('%s', (text, language) => {
	expect(languageOf(text)).toBe(language);
});

test('one small word that another language has too tells nothing, however often it comes', () => {
	expect(languageOf('Some 1,000 men left town. '.repeat(50))).toBeNull();
	expect(languageOf('Two hurt.')).toBeNull();
});
