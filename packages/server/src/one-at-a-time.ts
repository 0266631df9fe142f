/** Runs tasks one after another, in the order they come; a task that fails does not stop the next. */
export function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(task: () => Promise<Result>): Promise<Result> => {
    const result = last.then(task);
    last = result.catch(() => {
      // Whoever asked for the task is told.
    });
    return result;
  };
}
