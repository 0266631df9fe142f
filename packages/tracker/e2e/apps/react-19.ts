import * as React from 'react';
import { createRoot } from 'react-dom/client';
import { reactApp } from './react-app.ts';

createRoot(document.querySelector('#app')).render(reactApp(React));
