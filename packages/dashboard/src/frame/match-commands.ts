/** The commands in which every typed word occurs, those that begin with the text first. */
export function matchCommands<Command extends { label: string; hint: string }>(commands: readonly Command[], typed: string): Command[] {
  const text = typed.trim().toLocaleLowerCase();
  const words = text.split(/\s+/u);
  return commands
    .filter(({ label, hint }) => words.every((word) => `${label} ${hint}`.toLocaleLowerCase().includes(word)))
    .sort((a, b) => Number(begins(b, text)) - Number(begins(a, text)));
}

const begins = ({ label }: { label: string }, text: string) => label.toLocaleLowerCase().startsWith(text);
