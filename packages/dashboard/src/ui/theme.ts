import { amber, amberDark, iris, irisDark, jade, jadeDark, slate, slateDark, tomato, tomatoDark } from '@radix-ui/colors';
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Heights that virtual lists count with, in CSS pixels; `--row` is the same for style sheets. */
export const ROW_PX = { table: 32, compact: 28 } as const;

type Scale = Record<string, string>;

const SCALES: Record<string, { light: Scale; dark: Scale }> = {
  slate: { light: slate, dark: slateDark },
  iris: { light: iris, dark: irisDark },
  jade: { light: jade, dark: jadeDark },
  amber: { light: amber, dark: amberDark },
  tomato: { light: tomato, dark: tomatoDark },
};

/** Kinds of event: Okabe–Ito hues, the darker ones on light ground and the lighter ones on dark, so that each stands out 3:1. */
const KINDS = {
  light: {
    page: '#3a3f47',
    interaction: '#0072b2',
    custom: '#d55e00',
    error: '#ca244d',
    network: '#8f4899',
    browser: '#007a59',
    status: '#80838d',
  },
  dark: {
    page: '#edeef0',
    interaction: '#56b4e9',
    custom: '#e69f00',
    error: '#ff9592',
    network: '#d19dff',
    browser: '#33c79b',
    status: '#8b9099',
  },
};

/** From active to hidden ever fainter, but each stands out 3:1 from a panel. */
const PRESENCE = {
  light: { active: 'var(--iris-9)', focused: 'var(--slate-11)', visible: 'var(--slate-10)', hidden: 'var(--slate-9)' },
  dark: { active: 'var(--iris-11)', focused: 'var(--slate-11)', visible: 'var(--slate-10)', hidden: 'var(--slate-9)' },
};

/** Mantine's parts, told to look like ours. */
export const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: 6,
  colors: {
    iris: tuple(iris),
    slate: tuple(slate),
    jade: tuple(jade),
    amber: tuple(amber),
    tomato: tuple(tomato),
    gray: tuple(slate),
    dark: darkTuple(slateDark),
  },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Roboto Mono', Menlo, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '5px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  headings: { fontWeight: '600', sizes: { h1: size(20), h2: size(16), h3: size(14) } },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm', withAsterisk: false } },
    PasswordInput: { defaultProps: { size: 'sm', withAsterisk: false } },
    // The placeholder is something to focus that is no item: a menu may not hold that.
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 }, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 250, transitionProps: { duration: 120 } } },
    Modal: { defaultProps: { transitionProps: { duration: 120, transition: 'fade' } } },
    // A dialog's header is not a second banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
  },
});

/** Every colour as a CSS variable, light and dark from the same names; style sheets use nothing else. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--row': `${ROW_PX.table}px`,
    '--row-compact': `${ROW_PX.compact}px`,
    '--fast': '120ms ease-out',
    '--mantine-primary-color-contrast': '#fff',
  },
  light: {
    ...scaleVariables('light'),
    ...surfaces({ page: 'var(--slate-2)', panel: '#fff', overlay: '#fff' }),
    ...named('kind', KINDS.light),
    ...named('presence', PRESENCE.light),
    '--good': 'var(--jade-12)',
  },
  dark: {
    ...scaleVariables('dark'),
    ...surfaces({ page: 'var(--slate-1)', panel: 'var(--slate-2)', overlay: 'var(--slate-3)' }),
    ...named('kind', KINDS.dark),
    ...named('presence', PRESENCE.dark),
    '--good': 'var(--jade-11)',
  },
});

function surfaces({ page, panel, overlay }: { page: string; panel: string; overlay: string }): Record<string, string> {
  return {
    '--page': page,
    '--panel': panel,
    '--overlay': overlay,
    '--line': 'var(--slate-5)',
    '--line-control': 'var(--slate-9)',
    '--text': 'var(--slate-12)',
    '--text-quiet': 'var(--slate-11)',
    '--accent': 'var(--iris-9)',
    '--accent-text': 'var(--iris-11)',
    '--hover': 'var(--slate-3)',
    '--selected': 'var(--iris-3)',
    '--mantine-color-body': page,
    '--mantine-color-text': 'var(--slate-12)',
    '--mantine-color-bright': 'var(--slate-12)',
    '--mantine-color-dimmed': 'var(--slate-11)',
    '--mantine-color-placeholder': 'var(--slate-11)',
    '--mantine-color-anchor': 'var(--iris-11)',
    '--mantine-color-error': 'var(--tomato-11)',
    '--mantine-color-default': panel,
    '--mantine-color-default-hover': 'var(--slate-3)',
    '--mantine-color-default-color': 'var(--slate-12)',
    '--mantine-color-default-border': 'var(--slate-7)',
    '--mantine-color-disabled': 'var(--slate-3)',
    '--mantine-color-disabled-color': 'var(--slate-10)',
    '--mantine-color-disabled-border': 'var(--slate-5)',
  };
}

function scaleVariables(scheme: 'light' | 'dark'): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, scale] of Object.entries(SCALES)) {
    for (const [step, value] of Object.entries(scale[scheme])) variables[`--${name}-${step.slice(name.length)}`] = value;
    for (const mantine of name === 'slate' ? ['slate', 'gray'] : [name]) Object.assign(variables, variants(mantine, name));
  }
  return variables;
}

/** What Mantine mixes from a shade number, taken from Radix's steps instead: 3–4 grounds, 9–10 solids, 11 text. */
function variants(mantine: string, name: string): Record<string, string> {
  const color = `--mantine-color-${mantine}`;
  return {
    [`${color}-text`]: `var(--${name}-11)`,
    [`${color}-filled`]: `var(--${name}-9)`,
    // White on dark iris's step 10 is 4.4:1.
    [`${color}-filled-hover`]: `color-mix(in srgb, var(--${name}-9), var(--${name}-10))`,
    [`${color}-light`]: `var(--${name}-3)`,
    [`${color}-light-hover`]: `var(--${name}-4)`,
    // Step 11 on step 3 is 4.3:1 in tomato; 12 reads on every ground.
    [`${color}-light-color`]: `var(--${name}-${name === 'iris' ? 11 : 12})`,
    [`${color}-outline`]: `var(--${name}-11)`,
    [`${color}-outline-hover`]: `var(--${name}-3)`,
  };
}

function named(family: string, colors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(colors).map(([name, color]) => [`--${family}-${name}`, color]));
}

/** Mantine wants ten shades; Radix has twelve: the last ten of them, so that index 6 is the solid. */
function tuple(scale: Scale): MantineColorsTuple {
  const [, , a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = ''] = Object.values(scale);
  return [a, b, c, d, e, f, g, h, i, j];
}

/** Mantine's dark surfaces, from text (0) over borders (4) and fields (6) to the page (7). */
function darkTuple(scale: Scale): MantineColorsTuple {
  const step = (number: number) => Object.values(scale)[number - 1] ?? '';
  return [step(12), step(11), step(11), step(10), step(6), step(4), step(3), step(1), step(1), step(1)];
}

function size(px: number) {
  return { fontSize: `${px}px`, lineHeight: '1.3' };
}
