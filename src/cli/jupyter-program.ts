/** The project's own Python with Jupyter in it, and the environment that keeps Jupyter inside the project. */

/** How to start a Jupyter program. */
export interface JupyterProgram {
  readonly python: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * What `npm start` uses too; GRADUS_PYTHON names another interpreter. These programs run notebooks by
 * themselves, so the learner's progress is none of their business.
 */
export async function jupyterProgram(): Promise<JupyterProgram> {
  const url = new URL("../../src/bootstrap/jupyter-environment.mjs", import.meta.url);
  const { JUPYTER_PYTHON, jupyterEnvironment } = (await import(url.href)) as {
    readonly JUPYTER_PYTHON: string;
    readonly jupyterEnvironment: () => NodeJS.ProcessEnv;
  };
  const { GRADUS_PYTHON } = process.env as { readonly GRADUS_PYTHON?: string };
  const env = { ...jupyterEnvironment(), GRADUS_PROGRESS: "off" };
  return { python: GRADUS_PYTHON ?? JUPYTER_PYTHON, env };
}
