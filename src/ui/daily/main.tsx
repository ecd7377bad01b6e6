import { render } from 'preact';
import { language } from '../../platform/messages';
import { DailyApp } from './app';

document.documentElement.lang = language();
render(<DailyApp />, document.body);
