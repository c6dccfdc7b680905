/** What a function of the CRM answered. `details.output` is text; parse it yourself. */
export interface FunctionReply {
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
  /** @param request `arguments` is a string of JSON. The object is changed by the call. */
  execute(apiName: string, request: { arguments: string }): Promise<FunctionReply>;
}

/** `ZOHO.CRM.WIZARD`. */
export interface CrmWizard {
  /** Puts values into the record that the wizard is making. */
  post(values: Record<string, unknown>): Promise<unknown>;
}

/** `ZOHO.CRM.BLUEPRINT`. */
export interface CrmBlueprint {
  /** Runs the transition for which this widget was opened. */
  proceed(): Promise<unknown>;
}

/** `ZOHO.CRM.ACTION`. */
export interface CrmAction {
  /** Stores what the user chose for a custom action of a workflow. */
  setConfig(values: Record<string, unknown>): Promise<unknown>;
}
