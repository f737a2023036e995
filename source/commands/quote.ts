import {factCommand} from './facts/fact-command.ts';
import {quoteKind} from './facts/fact-kinds.ts';

export const command = factCommand(quoteKind);
