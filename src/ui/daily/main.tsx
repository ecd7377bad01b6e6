import './opening';

import { render } from 'preact';
import { language } from '../../platform/messages';
import { wakeWhenTouched } from '../../platform/wake';
import { DailyApp } from './app';
import { notePrinting } from './print-notes';

document.documentElement.lang = language();
wakeWhenTouched();
notePrinting();
render(<DailyApp />, document.body);
