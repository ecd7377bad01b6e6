import { render } from 'preact';
import { language } from '../../platform/messages';
import { wakeWhenTouched } from '../../platform/wake';
import { DailyApp } from './app';

document.documentElement.lang = language();
wakeWhenTouched();
render(<DailyApp />, document.body);
