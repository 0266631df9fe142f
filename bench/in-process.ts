import { fork } from 'node:child_process';
import { once } from 'node:events';

/** Compiled programs lie beside the compiled runner. */
const program = (name: string): URL => new URL(`./load/${name}.js`, import.meta.url);

/** Runs a load generator in a process of its own, so that it is no part of what it measures. */
export async function inProcess<Order, Result>(name: string, order: Order): Promise<Result> {
  const child = fork(program(name));
  child.send(order as object);
  const [answer] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => [{ error: `it ended with ${code}` }]),
  ])) as [{ result: Result } | { error: string }];
  if ('error' in answer) throw new Error(`${name}: ${answer.error}`);
  return answer.result;
}

/** Starts the bare server that requests are compared with. */
export async function bareHttp(): Promise<{ port: number; pid: number; stop(): void }> {
  const child = fork(program('bare-http'));
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { port, pid: child.pid ?? 0, stop: () => child.disconnect() };
}
