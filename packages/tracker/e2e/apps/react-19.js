import * as React from 'react';
import { createRoot } from 'react-dom/client';
import { reactApp } from './react-app.js';

createRoot(document.querySelector('#app')).render(reactApp(React));
