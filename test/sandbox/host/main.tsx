import { render } from 'preact';
import { readConfig } from './config';
import './styles/tokens.css';
import './styles/crm.css';
import './styles/record.css';
import './styles/sandbox-bar.css';
import { App } from './views/App';

const root = document.getElementById('crm');
const config = document.getElementById('sandbox-config');
if (root && config) render(<App config={readConfig(config.textContent ?? '')} />, root);
