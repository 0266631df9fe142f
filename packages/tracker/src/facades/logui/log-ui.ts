import type { Handler } from '../../handlers/handler.ts';
import type { CustomSourcer } from '../../sourcers/custom-sourcer.ts';
import type { LogUIConfig } from './logui-config.ts';

/** `window.LogUI` as pages know it, with run-time registration added. */
export interface LogUI {
  buildVersion: string;
  buildEnvironment: string;
  buildDate: string;
  Config: { sessionData: { getSessionIDKey(): string | null } };
  init(config: LogUIConfig): Promise<boolean>;
  isActive(): boolean;
  stop(): Promise<void>;
  logCustomMessage(details: Record<string, unknown>): void;
  updateApplicationSpecificData(changes: Record<string, unknown>): void;
  deleteApplicationSpecificDataKey(key: string): void;
  clearSessionID(): void;
  /** Remembers that the visitor agreed, where the flight asks for it; before, `init` records nothing. */
  grant(): void;
  /** Makes a handler of the page's own known, for groups to name as their `event`. */
  registerHandler(name: string, handler: Handler): void;
  /** Makes a sourcer of the page's own known, for metadata to name. */
  registerSourcer(name: string, sourcer: CustomSourcer): void;
}
