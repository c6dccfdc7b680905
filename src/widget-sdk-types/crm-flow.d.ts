/** What a function of the CRM answered. `details.output` is text; parse it yourself. [reference] */
export interface FunctionReply {
  /** In small letters here: `success`. */
  readonly code: string;
  readonly message: string;
  readonly details: {
    readonly type?: string;
    readonly output: unknown;
    readonly id?: string;
  };
}

/** `ZOHO.CRM.FUNCTIONS`. */
export interface CrmFunctions {
  /**
   * Runs as the user who is signed in; up to 1.3 it ran with an administrator's rights. [reference]
   * @param request `arguments` is a text of JSON. The object is changed by the call. [file]
   */
  execute(apiName: string, request: { arguments: string }): Promise<FunctionReply>;
}

/** `ZOHO.CRM.WIZARD`. Since 1.1. */
export interface CrmWizard {
  /** Puts values into the record that the wizard is making. [reference] */
  post(values: Record<string, unknown>): Promise<unknown>;
}

/** `ZOHO.CRM.BLUEPRINT`. Since 1.1. */
export interface CrmBlueprint {
  /** Runs the transition for which this widget was opened. Takes nothing. [reference] */
  proceed(): Promise<unknown>;
}

/** `ZOHO.CRM.EVENTS`. */
export interface CrmEvents {
  /** Sends an event to the CRM page. Who hears it, and what the promise brings, is described nowhere. [file] */
  dispatch(name: string, data?: unknown): Promise<unknown>;
}

/** `ZOHO.CRM.ACTION`: in every released file since 1.0.5, missing in Zoho's reference. [file] */
export interface CrmAction {
  /** Stores what the user chose for a custom action of a workflow. [use] */
  setConfig(values: Record<string, unknown>): Promise<unknown>;
  /** Sends `ENABLE_ACCOUNT_ACCESS` with the object to the CRM page. What it does is described nowhere. [file] */
  enableAccountAccess(values: Record<string, unknown>): Promise<unknown>;
}
