import { builderCalls } from '../builder/builder-calls.ts';
import { createBuilder } from '../builder/builder.ts';
import { showBuilderProblem } from '../builder/builder-problem.ts';
import { warn } from '../page/running.ts';

/** Where the prologue of the page's script keeps the grant while the tab lives. */
const KEY = 'sightline-builder';

const script = document.currentScript;
if (script instanceof HTMLScriptElement && window === window.top) {
  const { searchParams } = new URL(script.src);
  const calls = builderCalls({
    fetch: (...request) => fetch(...request),
    server: new URL('.', script.src).href,
    token: searchParams.get('token') ?? '',
    grant: searchParams.get('grant') ?? '',
  });
  const leave = () => {
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // A browser that keeps nothing has nothing to remove.
    }
    location.reload();
  };
  calls.open().then(
    (state) => {
      const begin = () => createBuilder({ window, calls, state, leave });
      if (document.body) begin();
      else document.addEventListener('DOMContentLoaded', begin);
    },
    (error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error);
      warn(window, `the builder could not be opened: ${problem}`);
      showBuilderProblem(window, { problem, leave });
    },
  );
}
