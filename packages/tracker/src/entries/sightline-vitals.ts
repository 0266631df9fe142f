import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals';
import { vitalsPlace } from '../page/vitals-place.ts';

const place = vitalsPlace(window);
for (const on of [onCLS, onFCP, onINP, onLCP, onTTFB]) {
  on((vital) => place.get()?.(vital));
}
