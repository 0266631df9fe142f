/** Does one order that the parent process sends, and answers with the result. */
export function serveOrder<Order, Result>(work: (order: Order) => Promise<Result>): void {
  process.once('message', (order: Order) => {
    work(order).then(
      (result) => process.send?.({ result }, () => process.exit(0)),
      (error: unknown) =>
        process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, () => process.exit(1)),
    );
  });
}
