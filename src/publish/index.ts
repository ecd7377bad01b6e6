import { html } from './html';
import { markdown } from './markdown';
import type { Form } from './publication';
import { text } from './text';

/** Every form of file, the one to offer first at the front. */
export const forms: readonly Form[] = [html, markdown, text];
