/** Kernel: one thing in several formats, as Jupyter passes it on. A front end shows the best it knows. */

/** Formats by MIME type; JSON types are objects, all others text. */
export type MimeBundle = Readonly<Record<string, unknown>>;
