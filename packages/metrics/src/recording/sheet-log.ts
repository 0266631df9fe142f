import { SOURCE, type SheetData, type StyleRule } from './rrweb.ts';

/** What scripts did to one style sheet's rules, in as few changes as lead to the same. */
export interface SheetLog {
  add(change: SheetData): void;
  /** The changes, to be made in this order to the sheet as it was. */
  changes(): SheetData[];
}

/**
 * A sheet that began empty is known rule by rule, so that what comes and goes leaves nothing behind. Of any other only the changes are
 * known: additions that follow each other become one, and of declarations that follow each other the last of each property counts.
 */
export function sheetLog({ beganEmpty }: { beganEmpty: boolean }): SheetLog {
  let rules: string[] | undefined = beganEmpty ? [] : undefined;
  let log: SheetData[] = [];
  let declarations = new Map<string, SheetData>();

  const remember = () => {
    if (rules !== undefined) log = asOne(rules);
    rules = undefined;
  };
  const changeRules = (change: SheetData) => {
    declarations = new Map();
    if (typeof change.replace === 'string' || typeof change.replaceSync === 'string') {
      rules = undefined;
      log = [];
    }
    if (rules !== undefined && isFlat(change)) return applyTo(rules, change);
    remember();
    const last = log.at(-1);
    if (last !== undefined && isOnlyAdding(last) && isOnlyAdding(change)) last.adds = [...(last.adds ?? []), ...(change.adds ?? [])];
    else log.push(bare(change));
  };

  return {
    add(change) {
      if (change.source === SOURCE.styleSheetRule) return changeRules(change);
      remember();
      const key = `${change.index?.join('.')} ${change.set?.property ?? change.remove?.property}`;
      const before = declarations.get(key);
      if (before !== undefined) log.splice(log.indexOf(before), 1);
      const kept = bare(change);
      declarations.set(key, kept);
      log.push(kept);
    },
    changes: () => (rules === undefined ? log : asOne(rules)),
  };
}

/** Whose sheet it is stands outside: ids change hands. */
function bare({ id: _id, styleId: _styleId, ...change }: SheetData): SheetData {
  return change;
}

const asOne = (rules: readonly string[]): SheetData[] =>
  rules.length === 0 ? [] : [{ source: SOURCE.styleSheetRule, adds: rules.map((rule, index): StyleRule => ({ rule, index })) }];

const isFlat = ({ adds = [], removes = [] }: SheetData): boolean =>
  adds.every(({ index }) => !Array.isArray(index) || index.length === 1) &&
  removes.every(({ index }) => !Array.isArray(index) || index.length === 1);

const isOnlyAdding = ({ source, adds, removes, replace, replaceSync }: SheetData): boolean =>
  source === SOURCE.styleSheetRule && adds !== undefined && removes === undefined && replace === undefined && replaceSync === undefined;

/** As a browser does: a rule without a place goes first, one beyond the end goes last. */
function applyTo(rules: string[], { adds = [], removes = [] }: SheetData): void {
  for (const { rule, index } of adds) rules.splice(Math.min(flat(index) ?? 0, rules.length), 0, rule);
  for (const { index } of removes) rules.splice(flat(index) ?? rules.length, 1);
}

const flat = (index: number | number[] | undefined): number | undefined => (Array.isArray(index) ? index[0] : index);
