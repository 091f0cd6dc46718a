/** Something to tell the user, in any language: a message key with the values its text needs. */
export interface Notice {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** A second sentence, such as what is used in the place of a value that cannot be. */
  readonly detail?: Notice;
}
